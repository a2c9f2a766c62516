// Three steps by hand: starts and learning rates by chance, but such that the numbers stay short, and what comes out.
import type { Trace } from '../descent/trace.ts'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { type Prepared, prepare, type Run } from '../experiment/prepare.ts'
import { ExperimentError } from '../experimentError.ts'
import { exactFigures } from '../number.ts'
import { uniform } from '../random.ts'
import { descend } from '../runs/descend.ts'
import { toItsEnd } from '../work.ts'

export interface Exercise {
  /** One run of three steps, without noise. */
  readonly experiment: Experiment
  readonly prepared: Prepared
  readonly trace: Trace
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
 * that are drawn the ones with the shortest numbers are kept.
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
  const found = new Map<string, Exercise & { readonly length: number }>()
  for (let i = 0; i < draws * count; i++) {
    const chosen = drawn(base, prepared, [seed, i])
    const key = JSON.stringify([chosen.start, chosen.runs])
    if (found.has(key)) continue
    const exercise = tried(chosen)
    if (exercise) found.set(key, { ...exercise, length: lengthOf(exercise.trace) })
  }
  // The sort is stable: what is equally short stays in the order of the draws.
  const sorted = [...found.values()].sort((a, b) => a.length - b.length)
  return apart(sorted, count).map(({ length: _length, ...exercise }) => exercise)
}

/** Whether every number of an exercise's answer can be written down whole. */
export const isShort = ({ trace }: Exercise): boolean => digitsOf(trace) <= shortest

/** No start twice as long as there are others. */
function apart<T extends Exercise>(sorted: readonly T[], count: number): T[] {
  const starts = new Set<string>()
  const isNew = ({ experiment: { start } }: T) => {
    const key = String(start)
    return !starts.has(key) && starts.add(key)
  }
  const first = sorted.filter(isNew)
  return [...first, ...sorted.filter((it) => !first.includes(it))].slice(0, count)
}

/** One start and one rate, by chance. */
function drawn(
  base: Experiment,
  { loss, start, runs }: Prepared,
  draw: readonly [number, number],
): Experiment {
  const [seed, i] = draw
  const chosen = <T>(list: readonly T[], what: number): T =>
    list[Math.floor(uniform(seed, i, what) * list.length)] as T
  const point = loss.variables.map((_, j) =>
    chosen(startsIn(intervalOf(loss.entry?.domain[j], start[j])), j + 1),
  )
  const rate = runs[0]?.settings.lr
  const [spec] = base.runs as readonly [RunSpec]
  const run =
    typeof rate === 'number' && rate > 0
      ? { ...spec, hyper: { ...spec.hyper, lr: chosen(ratesAround(rate), 0) } }
      : spec
  return { ...base, start: point, runs: [run] }
}

const intervalOf = (
  domain: readonly [number, number] | undefined,
  start = 0,
): readonly [number, number] =>
  domain ?? [-Math.max(4, Math.abs(start)), Math.max(4, Math.abs(start))]

/** The nearest number below that is 1, 2 or 5 times a power of ten. */
function round(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  return Number(
    (([5, 2, 1].find((it) => it * power <= size) ?? 1) * power).toPrecision(exactFigures),
  )
}

/** Places with few digits in an interval, not its ends. */
function startsIn([from, to]: readonly [number, number]): number[] {
  const gap = round((to - from) / 12)
  const first = Math.ceil(from / gap) + 1
  const count = Math.floor(to / gap) - first
  return Array.from({ length: count }, (_, i) =>
    Number(((first + i) * gap).toPrecision(exactFigures)),
  )
}

/** Learning rates of one or two digits, within four times as much and as little. */
function ratesAround(rate: number): number[] {
  const power = Math.floor(Math.log10(rate))
  return [power - 1, power, power + 1]
    .flatMap((exponent) => [1, 2, 2.5, 4, 5].map((it) => Number(`${it}e${exponent}`)))
    .filter((it) => it >= rate / 4 && it <= rate * 4)
}

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
    return moves && isNear ? { experiment, prepared, trace } : undefined
  } catch (error) {
    // A start where the loss has no value, a rate that the rule does not take.
    if (error instanceof ExperimentError) return undefined
    throw error
  }
}

/** Digits of a number, but for what is rounding. */
const digitsIn = (value: number) =>
  String(Number(value.toPrecision(exactFigures)))
    .replace(/e.*/, '')
    .replace(/^-?0?\.?0*|\./g, '').length

const numbersIn = ({ x, grad }: Trace) => [...x, ...grad].map(digitsIn)
const lengthOf = (trace: Trace) => numbersIn(trace).reduce((sum, digits) => sum + digits, 0)
const digitsOf = (trace: Trace) => Math.max(...numbersIn(trace))
