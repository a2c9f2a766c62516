// How the swings of a coordinate change from each to the next, judged by their peaks.
import type { Course } from './course.ts'

/** The logarithms of how far it swings from each turn to the next. */
function widthsOf(course: Course, turns: readonly number[]): number[] {
  const logs: number[] = []
  let before = peak(course, turns[0] as number)
  for (let i = 1; i < turns.length; i++) {
    const height = peak(course, turns[i] as number)
    logs.push(Math.log(Math.abs(height - before)))
    before = height
  }
  return logs
}

/** The top of the parabola through a turn and its neighbours: the steps rarely meet the top itself. */
function peak({ x, d, i, from }: Course, k: number): number {
  const at = (from + k) * d + i
  const before = x[at - d] as number
  const here = x[at] as number
  const after = x[at + d] as number
  return here - (after - before) ** 2 / (8 * (before - 2 * here + after))
}

export interface Trend {
  /** Each width beside the one before. */
  readonly ratio: number
  /** How far their logarithms lie from a straight line. */
  readonly error: number
  /** What can be said of it: that, 1 where they stay as wide, nothing where scatter and sampling could look like it. */
  readonly told?: number
}

/** So many times what scatter and sampling could add up to; so many times as much surely does not hide behind them. */
const [clearly, surely] = [8, 2]
/** What changes less from swing to swing stays as wide. */
export const same = 5e-4
/** Of a logarithm: what rounding may add. */
const rounding = 1e-9
/** Of the change from third to third of the swings: a trend goes on alike. */
const alike = 0.75

/** The straight line through the logarithms of the widths. */
export function trendOf(course: Course, turns: readonly number[]): Trend {
  const logs = widthsOf(course, turns)
  const n = logs.length
  const [middle, mean] = [(n - 1) / 2, meanOf(logs)]
  let [above, below] = [0, 0]
  for (let i = 0; i < n; i++) {
    above += (i - middle) * ((logs[i] as number) - mean)
    below += (i - middle) ** 2
  }
  const rise = below > 0 ? above / below : 0
  let squares = 0
  for (let i = 0; i < n; i++) squares += ((logs[i] as number) - mean - rise * (i - middle)) ** 2
  const error = Math.sqrt(squares / n)
  const gap = ((turns.at(-1) as number) - (turns[0] as number)) / n
  const third = Math.ceil(n / 3)
  const [first, last] = [meanOf(logs, 0, third), meanOf(logs, n - third)]
  const centre = meanOf(logs, Math.floor((n - third) / 2), Math.ceil((n + third) / 2))
  const isAlike = Math.abs(first + last - 2 * centre) <= alike * Math.abs(last - first)
  const doubt = error + missed(gap) + rounding
  const isClear = isAlike && Math.abs(rise) * n >= clearly * doubt
  const isSteady = Math.abs(rise) + (surely * doubt) / n <= same
  const ratio = Math.exp(rise)
  return { ratio, error, ...((isClear || isSteady) && { told: isClear ? ratio : 1 }) }
}

function meanOf(values: readonly number[], from = 0, to = values.length): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i] as number
  return sum / (to - from)
}

/** What is missed of the logarithm of a wave's peak at most, where it turns every so many steps: midway between two of them. */
function missed(gap: number): number {
  if (gap === 1) return 0
  const [near, far] = [Math.cos(Math.PI / gap / 2), Math.cos((1.5 * Math.PI) / gap)]
  return -Math.log(near + (near - far) / 8)
}
