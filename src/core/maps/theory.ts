// What theory says of gradient descent with momentum on a quadratic, as lines over a map of the learning rate: nothing is run.

import { bendsOf, jetOf } from '../loss/curvature.ts'
import type { Loss } from '../loss/loss.ts'
import type { Settings } from '../rules/switches.ts'
import { lastRun } from '../studies/turning.ts'
import { type Axis, valueAt } from './axis.ts'
import type { PreparedMap } from './prepareMap.ts'

/** A line between two regimes, in the units of the axes. */
export interface TheoryLine {
  /** What begins beyond it. */
  readonly words: string
  /** As people write it: λ is the largest curvature. */
  readonly law: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

interface Border {
  readonly words: string
  readonly law: string
  /** ηλ on the border, by β. */
  readonly at: (beta: number) => number
}

/**
 * On λx²/2 the rule is a linear recurrence of second order. Its two roots are real and positive below the first border (it
 * glides to the minimum), complex or negative above it (it swings around it), and one leaves the unit circle at the last.
 * Sources: Polyak 1964, Some methods of speeding up the convergence of iteration methods; Goh 2017, Why Momentum Really
 * Works (distill.pub); for Nesterov's form O'Donoghue and Candès 2015, section 4.
 */
const heavyBall: readonly Border[] = [
  { words: 'swings', law: 'ηλ = (1 − √μ)²', at: (beta) => (1 - Math.sqrt(beta)) ** 2 },
  { words: 'diverges', law: 'ηλ = 2 + 2μ', at: (beta) => 2 + 2 * beta },
]
const nesterov: readonly Border[] = [
  { words: 'swings', law: 'ηλ = ((1 − μ)/(1 + μ))²', at: (beta) => ((1 - beta) / (1 + beta)) ** 2 },
  {
    words: 'diverges',
    law: 'ηλ = (2 + 2μ)/(1 + 2μ)',
    at: (beta) => (2 + 2 * beta) / (1 + 2 * beta),
  },
]

/** Points of a line: more than anyone sees. */
const count = 200

/**
 * The borders between regimes, where the learning rate is on one axis, and on the other one momentum or what the borders
 * do not depend on.
 * @returns none where theory has none: for other optimizers than SGD, and where the curvature is not the same everywhere
 */
export function theoryOf(map: PreparedMap): readonly TheoryLine[] {
  const { x, y, prepared } = map
  const run = lastRun(prepared)
  const { settings } = run
  const isPlain = run.optimizer.id === 'sgd' && !run.schedule && !run.bugs?.length
  const rate = [x, y].find(({ of }) => of === 'lr')
  const other = rate === x ? y : x
  const isKnown = other.kind === 'start' || other.of === 'momentum'
  if (!isPlain || !rate || !isKnown || settings.maximize === true || prepared.noise > 0) return []
  if (Number(settings.dampening) !== 0) return []
  const curvature = constantCurvature(prepared.loss, [x, y])
  if (curvature === undefined) return []
  const lambda = curvature + Number(settings.weight_decay ?? 0)
  return bordersFor(settings).map(({ words, law, at }) => ({
    words,
    law,
    points: Array.from({ length: count }, (_, i) => {
      const value = valueAt(other, count, i)
      const eta = at(other.of === 'momentum' ? value : Number(settings.momentum)) / lambda
      return rate === x ? ([eta, value] as const) : ([value, eta] as const)
    }),
  }))
}

const bordersFor = (settings: Settings) => (settings.nesterov === true ? nesterov : heavyBall)

/** Places where the curvature is looked at, as shares of an interval. */
const places = [0.07, 0.31, 0.5, 0.83, 0.96]
/** Of the size of the curvature: what differs by less is rounding. */
const rounding = 1e-9

/** The largest curvature of a quadratic with a minimum; nothing for other functions. */
function constantCurvature(loss: Loss, axes: readonly Axis[]): number | undefined {
  const jet = jetOf(loss)
  const found = places.map((share, i) => {
    const at = loss.variables.map((variable, j) => {
      const axis = axes.find(({ of }) => of === `start.${variable}`)
      const [from, to] = axis?.interval ?? loss.entry?.domain[j] ?? [-5, 5]
      return from + (to - from) * (places[(i + j) % places.length] ?? share)
    })
    const { hessian } = jet(at)
    return at.length === 1 ? [hessian[0] as number] : bendsOf(hessian).map(({ value }) => value)
  })
  const [first = []] = found
  const largest = Math.max(...first)
  const isSame = found.every((bends) =>
    bends.every((bend, i) => Math.abs(bend - (first[i] as number)) <= rounding * largest),
  )
  return isSame && largest > 0 && Math.min(...first) >= 0 ? largest : undefined
}
