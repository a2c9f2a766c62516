// Each activation against its row of the language's table, which is PyTorch's.
import { describe, expect, test } from 'vitest'
import { type Activation, activations } from '../activations.ts'
import type { Kernels } from '../kernel.ts'
import { doubleKernels } from '../plainKernels.ts'
import { firstOf } from './engine.ts'
import { double, single } from './kernelsFor.ts'
import { wasmKernels } from './wasmKernels.ts'

const module = firstOf(['plain']) as object

const numbers = [
  ...Array.from({ length: 4001 }, (_, i) => (i - 2000) / 100),
  ...Array.from({ length: 60 }, (_, i) => (i % 2 ? -1 : 1) * 10 ** (-i / 4)),
  ...[0, 0.5, 19.999, 20, 20.001, 30, 50, 85, -30, -50, -85],
]
const strange = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1000, -1000]

/** Values and slopes of an activation, as a layer of one unit whose weight is 1 finds them. */
function found({ room, layer }: Kernels, activation: Activation, at: readonly number[]) {
  const [x, z, y, delta] = [room(at.length), room(at.length), room(at.length), room(at.length)]
  const [weight, bias, weightGradient, biasGradient] = [room(1), room(1), room(1), room(1)]
  const of = activation === 'linear' ? z : y
  const tensors = { weight, bias, weightGradient, biasGradient }
  const dense = { inputs: 1, units: 1, activation, ...tensors, z, y: of, delta }
  weight.fill(1)
  delta.fill(1)
  x.set(at)
  const one = layer(dense)
  one.forward(x, at.length)
  one.derive(at.length)
  return { values: [...of], slopes: [...delta] }
}

/** What the table loses of gelu where it nearly vanishes, the kernels do not. */
const leastOf = (activation: Activation) => (activation === 'gelu' ? 1 : 1e-30)

function expectNear(own: number[], wanted: number[], most: number, least: number) {
  own.forEach((value, i) => {
    const right = wanted[i] as number
    const far = Math.abs(value - right) / Math.max(Math.abs(right), least)
    if (!(far <= most)) expect.fail(`${value} is not ${right}, the ${i}th`)
  })
}

describe.each([
  { name: 'single', precision: single, most: 1e-6, round: Math.fround },
  { name: 'double', precision: double, most: 2e-15, round: (x: number) => x },
])('in $name precision', ({ precision, most, round }) => {
  const kernels = wasmKernels(module, precision)

  test.each(activations)('%s', (activation) => {
    const at = numbers.map(round)
    const own = found(kernels, activation, at)
    const wanted = found(doubleKernels, activation, at)
    expectNear(own.values, wanted.values, most, leastOf(activation))
    // Slopes are made of factors such as 1 − y, which lose digits in every precision.
    expectNear(own.slopes, wanted.slopes, most, 1)
  })

  test.each(activations)('%s of what is not finite, or far away', (activation) => {
    const own = found(kernels, activation, strange)
    const wanted = found(doubleKernels, activation, strange)
    expect(own.values).toEqual(wanted.values.map(round))
    expect(own.slopes).toEqual(wanted.slopes.map(round))
  })
})
