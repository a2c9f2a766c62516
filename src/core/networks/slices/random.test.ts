import { expect, test } from 'vitest'
import { double } from '../floats.ts'
import { initializations } from '../initial.ts'
import { makeNetwork } from '../network.ts'
import { doubleKernels } from '../plainKernels.ts'
import { randomPlane } from './random.ts'
import { lengthOf } from './vectors.ts'

const architecture = { inputs: 3, hidden: [5, 4], activations: [], outputs: 2 }
const network = makeNetwork(architecture, 1, doubleKernels)
initializations.torch(network, 3)
const center = network.parameters
/** Where the tensors of a direction lie in all parameters. */
const tensorsOf = (direction: Float64Array) =>
  makeNetwork(architecture, 1, {
    ...doubleKernels,
    room: (length) => (length === direction.length ? direction : double(length)),
  }).layers

test('a random direction is as long as the weights, unit by unit, and leaves biases alone', () => {
  const { directions } = randomPlane(architecture, center, 1)
  for (const direction of directions)
    tensorsOf(direction).forEach(({ weight, bias, units, inputs }, l) => {
      for (let unit = 0; unit < units; unit++) {
        const [from, to] = [unit * inputs, (unit + 1) * inputs]
        const own = Float64Array.from(network.layers[l]?.weight.subarray(from, to) ?? center)
        expect(lengthOf(Float64Array.from(weight.subarray(from, to)))).toBeCloseTo(
          lengthOf(own),
          12,
        )
      }
      expect(bias.every((value) => value === 0)).toBe(true)
    })
})

test('the two directions differ, and follow from the seed alone', () => {
  const { directions } = randomPlane(architecture, center, 1)
  expect(randomPlane(architecture, center, 1).directions).toEqual(directions)
  expect(randomPlane(architecture, center, 2).directions).not.toEqual(directions)
  expect(directions[0]).not.toEqual(directions[1])
})

test('weights of 0 stay where they are', () => {
  const { directions } = randomPlane(architecture, new Float32Array(center.length), 1)
  expect(directions.every((direction) => direction.every((value) => value === 0))).toBe(true)
})
