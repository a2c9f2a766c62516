// Losses by the kernels against those in plain JavaScript, which are held to PyTorch's.
import { describe, expect, test } from 'vitest'
import { uniform } from '../../random.ts'
import type { Floats } from '../floats.ts'
import { lossFunctions, lossNames } from '../losses.ts'
import { firstOf } from './engine.ts'
import { double, single } from './kernelsFor.ts'
import { type Precision, wasmKernels } from './wasmKernels.ts'

const seed = 5
const rows = 7
const precisions: readonly (Precision & { readonly most: number })[] = [
  { ...single, most: 3e-7 },
  { ...double, most: 2e-15 },
]

/** Answers to several points, which may be far apart, and what is to be answered. */
function asked(precision: Precision, width: number, size: number) {
  const kernels = wasmKernels(firstOf(['plain']) as object, precision)
  const filled = (length: number, value: (i: number) => number): Floats => {
    const array = kernels.room(length)
    for (let i = 0; i < length; i++) array[i] = value(i)
    return array
  }
  const output = filled(rows * width, (i) => size * (2 * uniform(seed, 1, i) - 1))
  const classes = filled(rows, (i) => Math.floor(width * uniform(seed, 2, i)))
  const numbers = filled(rows * width, (i) => uniform(seed, 3, i))
  const answered = (loss: string) => ({
    ...{ output, rows, width },
    targets: loss === 'mse' ? numbers : classes,
  })
  return { kernels, answered, delta: kernels.room(rows * width), output }
}

function expectNear(own: ArrayLike<number>, wanted: ArrayLike<number>, most: number) {
  for (let i = 0; i < wanted.length; i++) {
    const right = wanted[i] as number
    expect(Math.abs((own[i] as number) - right)).toBeLessThanOrEqual(most * Math.max(1, right))
  }
}

describe.each(precisions)('in $bits bits', ({ most, ...precision }) => {
  const cases = lossNames.flatMap((loss) =>
    [1, 2, 3, 10].flatMap((width) => [1, 30, 2000].map((size) => ({ loss, width, size }))),
  )

  test.each(cases)('$loss of $width answers of size $size', ({ loss, width, size }) => {
    const { kernels, answered, delta } = asked(precision, width, size)
    const { sum } = lossFunctions[loss]
    const wantedSlopes = precision.instead.room(rows * width)
    const wanted = sum(answered(loss), wantedSlopes, 0.3)
    const own = kernels.sumOf?.(loss)
    expect(own?.(answered(loss))).toBe(own?.(answered(loss), delta, 0.3))
    expectNear([own?.(answered(loss)) ?? Number.NaN], [wanted], 2e-15)
    expectNear(delta, wantedSlopes, most)
  })

  test.each(lossNames)('%s of what is not finite is not finite', (loss) => {
    for (const strange of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const { kernels, answered, output } = asked(precision, 3, 1)
      output.fill(strange, 3, 6)
      const wanted = lossFunctions[loss].sum(answered(loss))
      expect(kernels.sumOf?.(loss)(answered(loss))).toBe(wanted)
    }
  })

  test('what lies elsewhere is summed, too', () => {
    const { kernels, answered, delta } = asked(precision, 2, 1)
    const here = answered('cross-entropy')
    const away = { ...here, targets: Float32Array.from(here.targets) }
    const found = kernels.sumOf?.('cross-entropy')(away, delta)
    expectNear([found ?? Number.NaN], [lossFunctions['cross-entropy'].sum(here)], 2e-15)
  })
})
