import { expect, test } from 'vitest'
import { makeNetwork } from '../network.ts'
import { doubleKernels } from '../plainKernels.ts'
import { histogramOf, layerNumbers } from './layerNumbers.ts'

test('a histogram lies around 0, has round ends and counts every finite number once', () => {
  const { from, to, counts } = histogramOf(Float64Array.of(-0.03, 0, 0.031, 0.011, NaN, Infinity))
  expect([from, to]).toEqual([-0.05, 0.05])
  expect(counts).toHaveLength(41)
  expect(counts.reduce((a, b) => a + b)).toBe(4)
  expect(counts[20]).toBe(1)
})

test.each([
  [1, 1],
  [1.01, 2],
  [2.5, 5],
  [700, 1000],
  [3e-7, 5e-7],
  [0, 1],
])('numbers up to %s have room up to %s', (most, end) => {
  const { to, counts } = histogramOf(Float64Array.of(most, -most))
  expect(to).toBe(end)
  expect(counts[20]).toBe(most === 0 ? 2 : 0)
})

test('the ends are in the outermost parts', () => {
  const { counts } = histogramOf(Float64Array.of(1, -1, -1))
  expect([counts[0], counts[40]]).toEqual([2, 1])
})

test('each layer tells its own update and its own slope', () => {
  const network = makeNetwork(
    { inputs: 2, hidden: [1], activations: ['tanh'], outputs: 1 },
    1,
    doubleKernels,
  )
  network.parameters.set([3, 4, 9, 2, 9])
  network.gradient.set([2, 3, 6, 0, 0.5])
  const [hidden, output] = layerNumbers(network, Float64Array.of(3, 3, 0, 1, 0))
  expect(hidden).toMatchObject({ ratio: 0.2, gradientNorm: 7 })
  expect(output).toMatchObject({ ratio: 0.5, gradientNorm: 0.5 })
  expect(layerNumbers(network)[0]?.ratio).toBeNaN()
})
