// Which part of a plane shows the paths.
import { reach } from './followed.ts'
import type { Projection } from './plane.ts'
import type { Window } from './slice.ts'

type Interval = readonly [from: number, to: number]

/** Room around what is shown, as a share of it, on each side. */
const air = 0.2
/** No side is less than this share of the other one: what is flat would be shown as rough. */
const narrowest = 0.25

/**
 * The window of the center and a path on it: whole, while the others are followed only so far.
 * @param least what is in sight anyway
 */
export function windowAround(
  shown: Projection,
  others: readonly Projection[],
  least: number,
): Window {
  const [across, up] = [0, 1].map((axis) => reached(axis, shown, others, least)) as [
    Interval,
    Interval,
  ]
  const most = Math.max(sizeOf(across), sizeOf(up)) || 2
  return { x: widened(across, most), y: widened(up, most) }
}

function reached(
  axis: number,
  shown: Projection,
  others: readonly Projection[],
  least: number,
): Interval {
  const along = ({ points }: Projection) =>
    points.filter((value, i) => i % 2 === axis && Number.isFinite(value))
  const own = along(shown)
  const from = own.reduce((a, b) => Math.min(a, b), -least)
  const to = own.reduce((a, b) => Math.max(a, b), least)
  const size = to - from
  const all = others.flatMap((other) => [...along(other)])
  const far = size > 0 ? reach * size : Number.POSITIVE_INFINITY
  return [
    Math.max(
      from - far,
      all.reduce((a, b) => Math.min(a, b), from),
    ),
    Math.min(
      to + far,
      all.reduce((a, b) => Math.max(a, b), to),
    ),
  ]
}

const sizeOf = ([from, to]: Interval) => to - from

function widened([from, to]: Interval, most: number): Interval {
  const missing = Math.max(0, narrowest * most - (to - from)) / 2
  const room = air * (to - from + 2 * missing)
  return [from - missing - room, to + missing + room]
}
