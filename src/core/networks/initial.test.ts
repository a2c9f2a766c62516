import { expect, test } from 'vitest'
import { type InitName, initializations, initNames } from './initial.ts'
import { makeNetwork } from './network.ts'
import { plainKernels } from './plainKernels.ts'

function begun(init: InitName, seed: number) {
  const network = makeNetwork(
    { inputs: 9, hidden: [40], activations: ['tanh'], outputs: 2 },
    1,
    plainKernels,
  )
  initializations[init](network, seed)
  return network
}

const largest = (values: ArrayLike<number>) => Math.max(...Array.from(values, Math.abs))
const spread = (values: ArrayLike<number>) =>
  Math.sqrt(Array.from(values, (v) => v * v).reduce((a, b) => a + b, 0) / values.length)

// Bounds of nn.Linear and of nn.init's xavier_uniform_ and kaiming_uniform_(nonlinearity='relu').
test.each([
  ['torch', 1 / 3, 1 / 3],
  ['xavier', Math.sqrt(6 / 49), 0],
  ['he', Math.sqrt(6 / 9), 0],
  ['zeros', 0, 0],
  ['lcg', 1 / 3, 1 / 3],
] as const)('%s spreads weights evenly up to its bound', (init, bound, biasBound) => {
  const [weight, bias] = begun(init, 3).tensors as [Float32Array, Float32Array]
  expect(largest(weight)).toBeLessThanOrEqual(bound * (1 + 1e-7))
  expect(largest(bias)).toBeLessThanOrEqual(biasBound * (1 + 1e-7))
  expect(spread(weight)).toBeCloseTo(bound / Math.sqrt(3), 1)
  if (biasBound) expect(largest(bias)).toBeGreaterThan(0.8 * biasBound)
})

test.each(initNames)('%s is the same for the same seed, and another one for another', (init) => {
  const { parameters } = begun(init, 5)
  expect(begun(init, 5).parameters).toEqual(parameters)
  if (init !== 'zeros') expect(begun(init, 6).parameters).not.toEqual(parameters)
})
