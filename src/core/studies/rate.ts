// A learning rate that serves better, found by running: theory knows it only for parabolas.

import type { Trace } from '../descent/trace.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { descend } from '../runs/descend.ts'
import { type Ending, endingOf, hasGotAway } from './endsWell.ts'

const decades = 12
const perDecade = 8
const refinements = 12

export interface RateSpec {
  readonly experiment: Experiment
  readonly run: number
  /**
   * smaller: the largest rate below the present one that ends well; larger: the one above it that ends lowest, and where f
   * falls without end the first that gets clearly away.
   */
  readonly wish: 'larger' | 'smaller'
}

/**
 * A learning rate that serves better than the present one, found by running. Yields between runs.
 * @returns two significant digits, or undefined if none that ends well is found within twelve decades
 */
export function* betterRate(spec: RateSpec): Generator<number, number | undefined> {
  const { experiment, run: index, wish } = spec
  const own = experiment.runs?.[index]
  if (!own) return undefined
  const runWith: RunWith = function* (lr) {
    const changed = { ...own, hyper: { ...own.hyper, lr } }
    // A branch needs the runs that it goes on from.
    const runs = (experiment.runs ?? []).map((run, i) => (i === index ? changed : run))
    const prepared = prepare({ ...experiment, runs })
    const run = prepared.runs[index] as Run
    const trace = yield* descend(prepared, run)
    return { trace, ending: yield* endingOf(prepared, run, trace) }
  }
  const { lr, maximize } = prepare(experiment).runs[index]?.settings ?? {}
  const present = Number(lr)
  if (wish === 'smaller') return yield* largest(runWith, present)
  return yield* furthest(runWith, present, maximize === true ? -1 : 1)
}

interface Tried {
  readonly trace: Trace
  readonly ending: Ending
}
type RunWith = (lr: number) => Generator<number, Tried>

const works = ({ ending }: Tried) => ending === 'well'

function* largest(runWith: RunWith, present: number): Generator<number, number | undefined> {
  let bad = present
  for (let i = 1; i <= decades * perDecade; i++) {
    const lr = present * 10 ** (-i / perDecade)
    if (!works(yield* runWith(lr))) {
      bad = lr
      continue
    }
    let good = lr
    for (let j = 0; j < refinements; j++) {
      const middle = Math.sqrt(good * bad)
      if (works(yield* runWith(middle))) good = middle
      else bad = middle
    }
    const rounded = floorTo(good, 2)
    return works(yield* runWith(rounded)) ? rounded : good
  }
  return undefined
}

/** Where the present rate is 0. */
const leastRate = 1e-8

/** Larger and larger rates until one ends badly; of those that end well the one that ends best, or as well sooner. */
function* furthest(
  runWith: RunWith,
  present: number,
  sign: number,
): Generator<number, number | undefined> {
  let best: { readonly lr: number; readonly f: number; readonly step: number } | undefined
  for (let i = 1; i <= decades * perDecade; i++) {
    const lr = floorTo(Math.max(present, leastRate) * 10 ** (i / perDecade), 2)
    const { trace, ending } = yield* runWith(lr)
    if (ending === 'badly') break
    if (ending === 'endless' && !best && hasGotAway(trace)) return lr
    if (ending !== 'well') continue
    const { outcome, f } = trace
    const found = { lr, f: sign * (f.at(-1) as number), step: outcome.step }
    if (
      !best ||
      found.f < best.f - same(best.f) ||
      (found.f < best.f + same(best.f) && found.step < best.step)
    )
      best = found
  }
  return best?.lr
}

const same = (f: number) => 1e-9 * (1 + Math.abs(f))

/** Rounded down to some significant digits. */
function floorTo(value: number, digits: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - digits + 1)
  return Number((Math.floor(value / unit) * unit).toPrecision(digits))
}
