// Against the kernels in plain JavaScript, whose products and rows of the language are held to PyTorch elsewhere.
import { describe, expect, test } from 'vitest'
import { uniform } from '../../random.ts'
import { type Activation, activations } from '../activations.ts'
import type { Floats } from '../floats.ts'
import type { Dense, Kernels } from '../kernel.ts'
import { firstOf, type ModuleName } from './engine.ts'
import { double, single } from './kernelsFor.ts'
import { wasmKernels } from './wasmKernels.ts'

const names = { single: ['plain', 'relaxed'], double: ['plain'] } as const
const precisions = { single, double }
/** Of sums of a few hundred terms of size 1. */
const tolerance = { single: 2e-5, double: 1e-12 }

type Name = keyof typeof names

const makers = (['single', 'double'] as const).flatMap((precision) =>
  names[precision].flatMap((name: ModuleName) => {
    const module = firstOf([name])
    return module ? [{ precision, name, module }] : []
  }),
)

test('plain SIMD is there, of both precisions', () => {
  expect(makers.map(({ precision, name }) => `${precision} ${name}`)).toEqual(
    expect.arrayContaining(['single plain', 'double plain']),
  )
})

interface Shape {
  readonly rows: number
  readonly inputs: number
  readonly units: number
}

const seed = 11
const drawn = (to: Floats, stream: number) => {
  for (let i = 0; i < to.length; i++) to[i] = 4 * uniform(seed, stream, i) - 2
  return to
}

/** Everything that a layer computes, by kernels that get the same numbers. */
function computed(kernels: Kernels, { rows, inputs, units }: Shape, activation: Activation) {
  const { room } = kernels
  kernels.reserve?.(rows * (2 * inputs + 3 * units) + 2 * units * (inputs + 1))
  const z = room(rows * units)
  const dense: Dense = {
    inputs,
    units,
    activation,
    weight: drawn(room(units * inputs), 1),
    bias: drawn(room(units), 2),
    weightGradient: room(units * inputs),
    biasGradient: room(units),
    z,
    y: activation === 'linear' ? z : room(rows * units),
    delta: drawn(room(rows * units), 3),
  }
  const [x, into] = [drawn(room(rows * inputs), 4), room(rows * inputs)]
  const layer = kernels.layer(dense)
  layer.forward(x, rows)
  layer.derive(rows)
  layer.gradient(x, rows)
  layer.backward(into, rows)
  const { y, delta, weightGradient, biasGradient } = dense
  return { z, y, delta, weightGradient, biasGradient, into }
}

/** Beside the largest number of its array: sums of large numbers may be small. */
function expectAlike(own: Floats, wanted: Floats, most: number, what: string) {
  let [size, apart] = [1, 0]
  for (let i = 0; i < wanted.length; i++) {
    size = Math.max(size, Math.abs(wanted[i] as number))
    apart = Math.max(apart, Math.abs((own[i] as number) - (wanted[i] as number)))
  }
  expect(own.length, what).toBe(wanted.length)
  expect(apart / size, what).toBeLessThan(most)
}

function compare(precision: Name, module: object, shape: Shape, activation: Activation) {
  const { instead } = precisions[precision]
  const own = computed(wasmKernels(module, precisions[precision]), shape, activation)
  const wanted = computed(instead, shape, activation)
  for (const [what, values] of Object.entries(wanted)) {
    const words = `${what} of ${JSON.stringify(shape)} ${activation}`
    expectAlike(own[what as keyof typeof own], values, tolerance[precision], words)
  }
}

/** Blocks have 4 rows and 4 or 8 columns, and parts of products 64 or 256. */
const shapes: readonly Shape[] = [
  ...Array.from({ length: 24 }, (_, k) => ({
    rows: 1 + Math.floor(37 * uniform(seed, 7, k)),
    inputs: 1 + Math.floor(40 * uniform(seed, 8, k)),
    units: 1 + Math.floor(40 * uniform(seed, 9, k)),
  })),
  { rows: 37, inputs: 256, units: 256 },
  { rows: 70, inputs: 259, units: 258 },
  { rows: 261, inputs: 5, units: 9 },
  { rows: 1, inputs: 1, units: 1 },
]

describe.each(makers)('$precision, $name', ({ precision, module }) => {
  test.each(shapes)('$rows × $inputs by $units units', (shape) => {
    compare(precision, module, shape, 'tanh')
  })

  test.each(activations)('%s', (activation) => {
    compare(precision, module, { rows: 7, inputs: 5, units: 9 }, activation)
  })
})
