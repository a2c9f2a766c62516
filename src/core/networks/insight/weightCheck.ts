// Can the slope by one weight be trusted? Difference quotients of the batch's loss beside backpropagation's number, both
// in double precision.
import { compare, digitsThatAgree, leastAt } from '../../agreement.ts'
import { distinct, plain } from '../../number.ts'
import type { LossName } from '../losses.ts'
import { type Examples, lossOf, type Model, networkOf } from './model.ts'

export interface WeightCheck {
  /** By backpropagation. */
  readonly exact: number
  /** The widths, from the largest to the smallest. */
  readonly h: Float64Array
  /** For each width the central difference quotient, and how far it is off. */
  readonly quotients: Float64Array
  readonly errors: Float64Array
  /** The place of the width with the least error. */
  readonly best: number
  /** How many digits agree with that width; ∞ for all of them, nothing where there is nothing to count. */
  readonly digits: number | undefined
  /** The two numbers side by side, for a student. */
  readonly words: string
}

/** Widths around the cube root of a double's precision, where truncation and rounding are about as large. */
const widths = Float64Array.of(1e-3, 1e-4, 1e-5, 1e-6, 1e-7)

/**
 * Compares the slope of a batch's mean loss by one parameter with difference quotients.
 * Source: Press et al. 2007, Numerical Recipes, 5.7
 * @param index of the parameter, in PyTorch's order
 */
export function checkWeight(
  model: Model,
  { examples, loss }: { readonly examples: Examples; readonly loss: LossName },
  index: number,
): WeightCheck {
  const network = networkOf(model, examples.count)
  const { parameters, gradient } = network
  lossOf(network, examples, { loss, slopes: true })
  const exact = gradient[index] as number
  const here = parameters[index] as number
  const at = (value: number) => {
    parameters[index] = value
    return lossOf(network, examples, { loss })
  }
  const quotients = widths.map((h) => {
    // What was really added, for a sum is rounded.
    const [above, below] = [here + h, here - h]
    return (at(above) - at(below)) / (above - below)
  })
  const errors = quotients.map((quotient) => Math.abs(quotient - exact))
  const best = leastAt(errors)
  const digits = digitsThatAgree(compare(exact, quotients[best] as number))
  const found = { exact, h: widths, quotients, errors, best, digits }
  return { ...found, words: wordsFor(found) }
}

function wordsFor({ exact, h, quotients, best, digits }: Omit<WeightCheck, 'words'>): string {
  const quotient = quotients[best] as number
  if (!Number.isFinite(exact) || !Number.isFinite(quotient))
    return 'The slope or its difference quotient is not finite, so there is nothing to compare'
  const width = plain(h[best] as number)
  if (exact === 0 && quotient === 0)
    return `Backpropagation and the difference quotient with h = ${width} both say 0: no output feels this weight`
  const [own, other] = [distinct(exact, quotient, 6), distinct(quotient, exact, 6)]
  const sides = `Backpropagation says ${own}, the difference quotient with h = ${width} says ${other}`
  if (digits === undefined) return sides
  if (digits === Number.POSITIVE_INFINITY) return `${sides}: all digits agree`
  return `${sides}: ${digits} ${digits === 1 ? 'digit agrees' : 'digits agree'}`
}
