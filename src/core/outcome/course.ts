// One coordinate on its way: where it turns, and how far it gets.
import { endsOf } from '../descent/steps.ts'

/** One coordinate on a stretch of a path. */
export interface Course {
  readonly x: Float64Array
  readonly d: number
  readonly i: number
  readonly from: number
  readonly to: number
}

/** Between what a coordinate is in some steps of its course. */
export const endsIn = ({ x, d, i, from }: Course, begin: number, end: number) =>
  endsOf(x, (from + begin) * d + i, (from + end) * d + i, d)

/** How far that is apart. */
export function widthOf(course: Course, begin: number, end: number): number {
  const [least, most] = endsIn(course, begin, end)
  return most - least
}

/** Where it turns, in steps from where it begins; on level ground, where it leaves it. */
export function turnsOf({ x, d, i, from, to }: Course): number[] {
  const turns: number[] = []
  let way = 0
  let here = x[from * d + i] as number
  for (let k = from; k < to; k++) {
    const next = x[(k + 1) * d + i] as number
    const rise = next - here
    here = next
    if (rise * way < 0) turns.push(k - from)
    if (rise > 0) way = 1
    else if (rise < 0) way = -1
  }
  return turns
}
