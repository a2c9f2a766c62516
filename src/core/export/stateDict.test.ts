import { describe, expect, test } from 'vitest'
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { prepareNetwork } from '../experiment/networkPrepare.ts'
import { trainNetwork } from '../runs/trainNetwork.ts'
import { readStateDict, stateDict } from './stateDict.ts'

const experiment: NetworkExperiment = {
  ...{ data: { kind: 'moons', n: 20 }, layers: [3], epochs: 2 },
  runs: [{ optimizer: 'adam' }],
}
const { architecture } = prepareNetwork(experiment)
const [training] = trainNetwork(experiment)
const text = stateDict(architecture, training?.parameters ?? [])
const weights = JSON.parse(text)

test('weights are nested lists under the names of nn.Sequential', () => {
  expect(Object.keys(weights)).toEqual(['net.0.weight', 'net.0.bias', 'net.2.weight', 'net.2.bias'])
  expect(weights['net.0.weight'].map((row: number[]) => row.length)).toEqual([2, 2, 2])
  expect(weights['net.2.bias']).toHaveLength(2)
  expect(weights['net.2.weight'].flat()).toEqual([...(training?.parameters[2] ?? [])])
})

test('what was written is read back, number by number', () => {
  expect(readStateDict(text, architecture)).toEqual(
    training?.parameters.map((tensor) => [...tensor]),
  )
})

test('a training from weights begins where they end', () => {
  const opened = trainNetwork({ ...experiment, weights: readStateDict(text, architecture) })
  expect(opened[0]?.losses[0]).toBeCloseTo(training?.losses.at(-1) ?? Number.NaN, 6)
})

describe('what is no file of such weights is told in a sentence', () => {
  const { 'net.2.bias': _, ...short } = weights
  test.each([
    ['half a file', text.slice(0, 40), 'The weights are not JSON'],
    ['NaN of Python’s', '{"net.0.weight": [[NaN]]}', 'must be finite numbers, not NaN'],
    ['a list', '[1, 2]', 'The weights are an object such as'],
    ['a bias that is missing', JSON.stringify(short), 'The weights have no "net.2.bias"'],
    ['a name too many', JSON.stringify({ ...weights, fc: [] }), 'This network has no "fc"'],
    [
      'another shape',
      JSON.stringify({ ...weights, 'net.0.weight': [[1, 2, 3]] }),
      '"net.0.weight" is 1 × 3, row by row, but must be 3 × 2, row by row',
    ],
    [
      'no list',
      JSON.stringify({ ...weights, 'net.0.bias': 1 }),
      '"net.0.bias" is no list, but must be a list of 3',
    ],
    [
      'text in it',
      JSON.stringify({ ...weights, 'net.0.bias': [1, 'a', 2] }),
      '"net.0.bias" has "a" in it, but must be finite numbers',
    ],
  ])('%s', (_name, given, sentence) => {
    expect(() => readStateDict(given, architecture)).toThrow(sentence)
  })
})

describe('weights of an experiment that are not its network’s are refused', () => {
  const own = readStateDict(text, architecture)
  test.each([
    [own.slice(1), 'The network has 4 lists of weights and biases, not 3'],
    [own.with(1, [1, 2]), 'The biases of layer 1 are 3 numbers, not 2'],
    [own.with(3, [0, Number.NaN]), 'The biases of layer 2 must be finite numbers'],
    [own.with(3, [0, 1e39]), 'The biases of layer 2 must be finite numbers, in single precision'],
  ])('%#', (weights, sentence) => {
    expect(() => trainNetwork({ ...experiment, weights })).toThrow(sentence)
  })
})
