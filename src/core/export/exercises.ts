// Three steps by hand: starts and learning rates by chance, but such that the numbers stay short, and what comes out.
import type { Trace } from '../descent/trace.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { type Prepared, prepare, type Run } from '../experiment/prepare.ts'
import { ExperimentError } from '../experimentError.ts'
import { descend } from '../runs/descend.ts'
import { toItsEnd } from '../work.ts'
import { byHand, digitsIn } from './byHand.ts'
import { drawn } from './exerciseDraws.ts'

export interface Exercise {
  /** One run of three steps, without noise. */
  readonly experiment: Experiment
  readonly prepared: Prepared
  readonly trace: Trace
}

/** With how many digits it takes, and how often nothing is to be computed. */
interface Found extends Exercise {
  readonly length: number
  readonly rests: number
}

const stepsByHand = 3
/** So many are drawn for each that is kept. */
const draws = 12
/** Of numbers that are short: as many as are written down without a thought. */
const shortest = 5
/** What is further away than so many times the start's interval has run off. */
const furthest = 4

/**
 * Exercises on the rule of an experiment's run: other starts, other learning rates, the same for the same seed. Of those
 * that are drawn the ones are kept whose coordinates move at every step, and of them those with the shortest numbers.
 * @param run the index of the run
 * @param count how many at most: two of the same are none
 * @throws ExperimentError if the experiment cannot start
 */
export function exercises(
  experiment: Experiment,
  { run = 0, seed = 0, count = 6 } = {},
): Exercise[] {
  const {
    noise: _,
    at: _at,
    budget: _budget,
    show: _show,
    view: _view,
    runs = [],
    ...rest
  } = experiment
  const { from: _from, ...spec } = runs[run] ?? { optimizer: 'sgd' }
  const base: Experiment = { ...rest, steps: stepsByHand, runs: [spec] }
  const prepared = prepare(base)
  const found = new Map<string, Found>()
  for (let i = 0; i < draws * count; i++) {
    const chosen = drawn(base, prepared, [seed, i])
    const key = JSON.stringify([chosen.start, chosen.runs])
    if (found.has(key)) continue
    const exercise = tried(chosen)
    if (!exercise) continue
    const { trace } = exercise
    found.set(key, { ...exercise, length: lengthOf(trace), rests: restsIn(trace) })
  }
  // The sort is stable: what is equally short stays in the order of the draws.
  const sorted = [...found.values()].sort((a, b) => a.rests - b.rests || a.length - b.length)
  return apart(sorted, count).map(({ length: _length, rests: _rests, ...exercise }) => exercise)
}

/** Whether every number of an exercise's answer can be written down whole. */
export const isShort = ({ trace }: Exercise): boolean => digitsOf(trace) <= shortest

/** No start twice as long as there are others, and no rate in more than half of them as long as numbers stay short. */
function apart(sorted: readonly Found[], count: number): Found[] {
  const starts = new Set<string>()
  const rates = new Map<unknown, number>()
  const isNew = ({ experiment: { start } }: Found) => !starts.has(String(start))
  const isRare = (it: Found) =>
    it.rests === 0 && isShort(it) && (rates.get(rateOf(it)) ?? 0) < count / 2
  const kept: Found[] = []
  const take = (fits: (it: Found) => boolean) => {
    for (const it of sorted) {
      if (kept.length >= count || kept.includes(it) || !fits(it)) continue
      kept.push(it)
      starts.add(String(it.experiment.start))
      rates.set(rateOf(it), (rates.get(rateOf(it)) ?? 0) + 1)
    }
  }
  take((it) => isNew(it) && isRare(it))
  take(isNew)
  take(() => true)
  return kept
}

const rateOf = ({ experiment }: Exercise) => experiment.runs?.[0]?.hyper?.lr

/** What comes of an experiment; nothing where it does not get through its steps, runs off, or does not move. */
function tried(experiment: Experiment): Exercise | undefined {
  try {
    const prepared = prepare(experiment)
    const trace = toItsEnd(descend(prepared, prepared.runs[0] as Run))
    if (trace.f.length <= stepsByHand) return undefined
    const d = prepared.start.length
    const reach = furthest * Math.max(1, ...trace.x.subarray(0, d).map(Math.abs))
    const moves = trace.x.subarray(0, d).every((x, i) => x !== trace.x[d + i])
    const isNear = trace.x.every((x) => Math.abs(x) <= reach)
    return moves && isNear ? { experiment, prepared: byHand(prepared), trace } : undefined
  } catch (error) {
    // A start where the loss has no value, a rate that the rule does not take.
    if (error instanceof ExperimentError) return undefined
    throw error
  }
}

/** How often a coordinate stays where it is: then there is nothing to compute. */
const restsIn = ({ x, f }: Trace) => {
  const d = x.length / f.length
  return x.subarray(d).filter((value, i) => value === x[i]).length
}

const numbersIn = ({ x, grad }: Trace) => [...x, ...grad].map(digitsIn)
const lengthOf = (trace: Trace) => numbersIn(trace).reduce((sum, digits) => sum + digits, 0)
const digitsOf = (trace: Trace) => Math.max(...numbersIn(trace))
