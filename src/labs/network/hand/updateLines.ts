// What the step of the batch makes of the chosen weight.
import type { Sign } from '../../../core/networks/insight/signs.ts'
import { counted } from '../../../core/number.ts'
import { type HandLine, lineOf } from './line.ts'
import { numberSide, places, type Side, sumSide } from './sides.ts'

export interface Update {
  readonly name: Sign
  /** Points of the batch. */
  readonly count: number
  /** The slope of the batch's loss. */
  readonly slope: number
  readonly value: number
  /** NaN where it comes from all parameters together. */
  readonly next: number
}

export function updateLines({ name, count, slope, value, next }: Update): HandLine[] {
  const points = count === 1 ? 'the one point' : `the ${counted(count)} points`
  const mean: Side = {
    latex: `\\frac{1}{${count}} \\sum_{i=1}^{${count}} \\frac{\\partial L_i}{\\partial ${name.latex}}`,
    text: `the mean of ∂L/∂${name.text} over ${points} of the batch`,
  }
  const now: Side = { latex: name.latex, text: name.text }
  const change: Side = { latex: `\\Delta ${name.latex}`, text: `Δ${name.text}` }
  const after: Side = { latex: `${name.latex}\\big|_{t+1}`, text: `next ${name.text}` }
  const lines = [lineOf('update', { latex: 'g_t', text: 'g' }, mean, numberSide(slope))]
  if (Number.isNaN(next)) return lines
  return [
    ...lines,
    lineOf(
      'update',
      after,
      sumSide([now, change]),
      sumSide([numberSide(value), numberSide(next - value, places.summand)]),
      numberSide(next),
    ),
  ]
}
