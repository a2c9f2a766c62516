// Whether a path goes to and fro, and whether its swings grow, stay or shrink.
import { distance, endsOf, width } from '../descent/steps.ts'
import type { Extent } from '../descent/trace.ts'
import { type Course, turnsOf, widthOf } from './course.ts'
import { fewestTurns, type Swinging, swinging, turningOf } from './swinging.ts'

/** A stretch of a path. */
interface Stretch {
  readonly x: Float64Array
  readonly d: number
  readonly from: number
  readonly to: number
}

/** How the coordinate swings that swings widest, and between what they all do. */
export interface Swings extends Omit<Swinging, 'turns'> {
  readonly variable: number
  readonly ends: readonly Extent[]
  readonly width: number
}

/** There and back. */
const fullSwing = 2

/** The swings of a stretch; nothing where it does not go to and fro, or goes further than it swings. */
export function swingsOf(stretch: Stretch): Swings | undefined {
  const { x, d, from, to } = stretch
  const courses: Course[] = []
  for (let i = 0; i < d; i++) courses.push({ x, d, i, from, to })
  const all = courses.map(turningOf)
  const latest = all.map((own) => own?.latest ?? 0)
  const variable = latest.indexOf(Math.max(...latest))
  const wide = all[variable]
  if (!wide) return undefined
  const stride = Math.min(Math.ceil(fullSwing * wide.gap), to - from)
  const last = to - from
  const drifts = (course: Course, i: number) =>
    !all[i] && widthOf(course, last - stride, last) >= wide.latest
  if (courses.some(drifts)) return undefined
  const main = swinging(courses[variable] as Course, wide)
  const middle = to - Math.floor((to - from) / 2)
  const begins = main.isRegular
    ? to - Math.max(...all.map((own) => (own ? lately(own.turns) : 0)))
    : Math.max(middle, from + (main.turns[0] as number) - 1)
  const ends = extentsOf({ x, d, from: Math.max(from, begins), to })
  return { ...main, variable, ends, width: widest(ends) }
}

/** As many steps as the last two swings took, four at least. */
const lately = (turns: readonly number[]) =>
  Math.max(4, (turns.at(-1) as number) - (turns.at(-3) as number) + 2)

/** Of the widest coordinate: what moves less does not matter. */
const aside = 1e-3
/** Between what a path goes to and fro in each coordinate that does, and not only drifts; in every one if none does. */
export function extentsOf({ x, d, from, to }: Stretch): readonly Extent[] {
  const all: (Extent & { readonly turns: number })[] = []
  for (let i = 0; i < d; i++) {
    const [least, most] = endsOf(x, from * d + i, to * d + i, d)
    all.push({ variable: i, least, most, turns: turnsBetween({ x, d, i, from, to }) })
  }
  const turning = all.filter(({ turns }) => turns >= fullSwing)
  const least = aside * widest(turning)
  const swinging = turning.filter(({ least: low, most }) => most - low >= least && most > low)
  const named = swinging.length > 0 ? swinging : all
  return named.map(({ variable, least: low, most }) => ({ variable, least: low, most }))
}

/** How often a coordinate turns back. */
function turnsBetween({ x, d, i, from, to }: Course): number {
  let turns = 0
  for (let k = from + 1; k < to; k++) {
    const here = x[k * d + i] as number
    const before = here - (x[(k - 1) * d + i] as number)
    if (before * ((x[(k + 1) * d + i] as number) - here) < 0) turns++
  }
  return turns
}

const widest = (ends: readonly Extent[]) => Math.max(0, ...ends.map((end) => end.most - end.least))

/** Of the width of the swings: how far out still belongs to them, and how narrow is no swing of theirs. */
const [margin, narrow] = [1.5, 0.1]

/**
 * Since when a path goes to and fro as it does at its end: it turned back all the time and, if the swings last, was
 * neither further out nor at rest. Nothing where too few of its swings are left.
 * @param begins where it surely does
 */
export function swingingSince(
  path: Omit<Stretch, 'from'>,
  begins: number,
  swings: Swings,
  isLasting: boolean,
): number | undefined {
  const { x, d } = path
  const turns = turnsOf({ x, d, i: swings.variable, from: 0, to: x.length / d - 1 })
  const since = turningSince(turns, begins, swings.pause)
  const first = isLasting ? lastingSince(path, since, swings) : undefined
  const turn = turns.find((k) => k >= (first ?? since))
  const step = first === undefined ? since : Math.max(first, (turn ?? first) - 1)
  return turns.filter((k) => k >= step).length < fewestTurns ? undefined : step
}

/** Since when swings that grow have grown: the narrowest of them is the first; nothing where too few are left. */
export function growingSince(
  { x, d }: Omit<Stretch, 'from'>,
  since: number,
  { variable: i }: Swings,
): number | undefined {
  const turns = turnsOf({ x, d, i, from: 0, to: x.length / d - 1 }).filter((k) => k >= since)
  const widths = turns
    .slice(1)
    .map((k, j) => Math.abs((x[k * d + i] as number) - (x[(turns[j] as number) * d + i] as number)))
  const narrowest = widths.indexOf(Math.min(...widths))
  if (turns.length - narrowest < fewestTurns) return undefined
  return narrowest > 0 ? Math.max(since, (turns[narrowest] as number) - 1) : since
}

/** Since when it has turned without a pause. */
function turningSince(turns: readonly number[], begins: number, pause: number): number {
  const before = turns.filter((k) => k <= begins)
  let since = begins
  for (const k of before.reverse()) {
    if (since - k >= pause) break
    since = Math.max(1, k - 1)
  }
  return since
}

/** Since when it was neither further out than the swings nor at rest. */
function lastingSince({ x, d, to }: Omit<Stretch, 'from'>, since: number, swings: Swings): number {
  const { ends, pause } = swings
  const half = (margin * swings.width) / 2
  const isOut = (k: number) =>
    ends.some(
      ({ variable, least, most }) =>
        Math.abs((x[k * d + variable] as number) - (least + most) / 2) > half,
    )
  const rests = (k: number) =>
    k - pause >= since && width(x, k - pause, k, d) < narrow * swings.width
  let first = to
  while (first > since && !isOut(first - 1) && !rests(first - 1)) first--
  return first
}

/** Whether a path ends as far as can be told where it was at step k. */
export const staysAt = (x: Float64Array, k: number, n: number, d: number, share: number) =>
  width(x, k, n, d) <= share * (1 + distance(x, k, d))
