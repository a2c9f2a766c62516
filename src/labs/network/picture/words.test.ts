import { expect, test } from 'vitest'
import type { Architecture } from '../../../core/networks/network.ts'
import { networkInWords, sourceInWords, unitInWords } from './words.ts'

const architecture: Architecture = {
  inputs: 2,
  hidden: [8, 8],
  activations: ['tanh', 'tanh'],
  outputs: 1,
}
const names = { inputs: ['x1', 'x2'], outputs: ['ŷ'] }

test('a network is called by its sizes and its activations', () => {
  expect(networkInWords(architecture)).toBe('Network 2-8-8-1, tanh')
  expect(networkInWords({ ...architecture, activations: ['relu', 'tanh'] })).toBe(
    'Network 2-8-8-1, relu, tanh',
  )
  expect(networkInWords({ ...architecture, hidden: [], activations: [] })).toBe('Network 2-1')
})

test('units are called by their layer, inputs and outputs by their names', () => {
  const words = (column: number, unit: number) => unitInWords(architecture, names, { column, unit })
  expect(words(0, 1)).toBe('Input x2')
  expect(words(1, 2)).toBe('Hidden layer 1, unit 3')
  expect(words(3, 0)).toBe('Output ŷ')
  expect(sourceInWords(names, 0, 0)).toBe('x1')
  expect(sourceInWords(names, 1, 0)).toBe('unit 1')
})
