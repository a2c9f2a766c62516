// What is written out for a network's sizes against the products of plain JavaScript.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { uniform } from '../../random.ts'
import { activations } from '../activations.ts'
import { initializations } from '../initial.ts'
import type { Kernels } from '../kernel.ts'
import { kernelsFor } from '../kernels/kernelsFor.ts'
import { type LossName, lossFunctions, lossNames } from '../losses.ts'
import { makeNetwork, sizeOf } from '../network.ts'
import { doubleKernels } from '../plainKernels.ts'

interface Case {
  /** Of all layers, the inputs first. */
  readonly sizes: readonly number[]
  readonly rows: number
  readonly loss: LossName
  /** Which activation comes first. */
  readonly from: number
}

const seed = 4

/** A network with a loss and its slopes, at points in the kernels' own memory. */
function learned(kernels: Kernels, { sizes, rows, loss, from }: Case, target?: number) {
  const [inputs = 1, ...others] = sizes
  const hidden = others.slice(0, -1)
  const outputs = others.at(-1) ?? 1
  const kinds = hidden.map((_, l) => activations[(from + l) % activations.length] ?? 'tanh')
  const architecture = { inputs, hidden, outputs, activations: kinds }
  kernels.reserve?.(rows * (inputs + outputs))
  const network = makeNetwork(architecture, rows + 1, kernels)
  initializations.torch(network, seed)
  const [x, targets] = [kernels.room(rows * inputs), kernels.room(rows * outputs)]
  for (let i = 0; i < x.length; i++) x[i] = 4 * uniform(seed, 1, i) - 2
  for (let i = 0; i < targets.length; i++) targets[i] = Math.floor(outputs * uniform(seed, 2, i))
  if (target !== undefined) targets[0] = target
  network.gradient.fill(7)
  const count = lossFunctions[loss].terms(rows, outputs)
  const sum = network.sloping(loss)({ x, targets, rows }, 1 / count)
  return { network, x, sum, gradient: [...network.gradient], parameters: sizeOf(architecture) }
}

const near = (found: readonly number[], wanted: readonly number[]) =>
  found.length === wanted.length &&
  found.every((value, i) => Math.abs(value - (wanted[i] as number)) <= 1e-12)

const cases = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 2, maxLength: 5 }),
  rows: fc.integer({ min: 1, max: 9 }),
  loss: fc.constantFrom(...lossNames),
  from: fc.nat(activations.length),
})

describe('a network of any sizes', () => {
  test('has the loss and the slopes of plain JavaScript', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const own = learned(kernelsFor(1), one)
        const wanted = learned(doubleKernels, one)
        expect(near(own.gradient, wanted.gradient)).toBe(true)
        expect(near([own.sum], [wanted.sum])).toBe(true)
      }),
      { seed, numRuns: 60 },
    )
  })

  test('of more parameters than are written out has them, too', () => {
    const one: Case = { sizes: [2, 30, 30, 2], rows: 5, loss: 'cross-entropy', from: 4 }
    const own = learned(kernelsFor(1), one)
    expect(own.parameters).toBeGreaterThan(500)
    expect(near(own.gradient, learned(doubleKernels, one).gradient)).toBe(true)
  })

  test('is the same in both passes by themselves', () => {
    const one: Case = { sizes: [2, 8, 8, 1], rows: 10, loss: 'mse', from: 4 }
    const { network, x, gradient } = learned(kernelsFor(1), one)
    network.gradient.fill(0)
    network.forward(x, one.rows)
    network.backward(x, one.rows)
    expect([...network.gradient]).toEqual(gradient)
  })
})

test.each([
  { name: 'written out', sizes: [2, 8, 8, 1] },
  { name: 'in loops', sizes: [2, 30, 30, 1] },
])('a loss that is not finite leaves the gradient as it was: $name', ({ sizes }) => {
  const one: Case = { sizes, rows: 3, loss: 'mse', from: 4 }
  const { sum, gradient } = learned(kernelsFor(1), one, Number.POSITIVE_INFINITY)
  expect(sum).toBe(Number.POSITIVE_INFINITY)
  expect(gradient.every((slope) => slope === 7)).toBe(true)
})
