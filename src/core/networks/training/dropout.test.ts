import { expect, test } from 'vitest'
import { makeNetwork } from '../network.ts'
import { doubleKernels } from '../plainKernels.ts'
import { dropoutOf } from './dropout.ts'

const rows = 500
const network = makeNetwork(
  { inputs: 1, hidden: [8], activations: ['tanh'], outputs: 1 },
  rows,
  doubleKernels,
)
const ones = new Float64Array(rows * 8).fill(1)
const dropped = (seed: number, step: number) => {
  const dropout = dropoutOf(network, { dropout: 0.25, seed }, doubleKernels.room)
  dropout?.draw(step, rows)
  return { dropout, passed: [...(dropout?.apply(0, ones, rows) ?? [])] }
}

test('drops its share of the units, and what is left answers so much louder', () => {
  const { passed } = dropped(1, 0)
  expect(new Set(passed)).toEqual(new Set([0, 4 / 3]))
  expect(passed.reduce((sum, value) => sum + value, 0) / passed.length).toBeCloseTo(1, 1)
})

test('draws anew in each step, and the same for the same seed', () => {
  expect(dropped(1, 0).passed).toEqual(dropped(1, 0).passed)
  expect(dropped(1, 1).passed).not.toEqual(dropped(1, 0).passed)
  expect(dropped(2, 0).passed).not.toEqual(dropped(1, 0).passed)
})

test('lets slopes through where answers went', () => {
  const { dropout, passed } = dropped(1, 0)
  const delta = ones.slice()
  dropout?.derive(0, delta, rows)
  expect([...delta]).toEqual(passed)
})

test('is not there where nothing is dropped', () => {
  expect(dropoutOf(network, { dropout: 0, seed: 1 }, doubleKernels.room)).toBeUndefined()
})
