// Which part of a plane shows the paths.
import { reach } from './followed.ts'
import type { Projection } from './plane.ts'
import type { Window } from './slice.ts'

type Interval = readonly [from: number, to: number]

/** No side is less than this share of the other one: what is flat would be shown as rough. */
const narrowest = 0.25

/** How much is seen around the paths. */
export interface Surroundings {
  /** Room on each side, as a share of what the paths need. */
  readonly air: number
  /** Of shorter paths so much is in sight around the center, in coordinates. */
  readonly least: number
  /** So far others are followed in any case, in coordinates: that is no way to infinity. */
  readonly near: number
}

/** Around a plane that lies along the paths. */
export const alongPaths: Surroundings = { air: 0.2, least: 0, near: 0 }
/**
 * Around a random plane, on which paths are short, since hardly any of their way is along it: they take a third. A unit is as
 * much as the weights themselves; with less than a thousandth of it single precision would be seen.
 */
export const acrossPaths: Surroundings = { air: 1, least: 1e-3, near: 1 }

/** The window of the center and a path on it: whole, while the others are followed only so far. */
export function windowAround(
  shown: Projection,
  others: readonly Projection[],
  surroundings: Surroundings,
): Window {
  const { air, least } = surroundings
  const paths = [0, 1].map((axis) => reached(axis, shown, others, surroundings))
  const longest = Math.max(...paths.map(sizeOf))
  const half = longest > 0 ? least : 1
  const [across, up] = (longest > least ? paths : [0, 1].map(() => [-half, half] as const)) as [
    Interval,
    Interval,
  ]
  const most = Math.max(sizeOf(across), sizeOf(up))
  return { x: widened(across, most, air), y: widened(up, most, air) }
}

function reached(
  axis: number,
  shown: Projection,
  others: readonly Projection[],
  { near }: Surroundings,
): Interval {
  const along = ({ points }: Projection) =>
    points.filter((value, i) => i % 2 === axis && Number.isFinite(value))
  const own = along(shown)
  const from = own.reduce((a, b) => Math.min(a, b), 0)
  const to = own.reduce((a, b) => Math.max(a, b), 0)
  const size = to - from
  const all = others.flatMap((other) => [...along(other)])
  const far = size > 0 ? Math.max(near, reach * size) : Number.POSITIVE_INFINITY
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

function widened([from, to]: Interval, most: number, air: number): Interval {
  const missing = Math.max(0, narrowest * most - (to - from)) / 2
  const room = air * (to - from + 2 * missing)
  return [from - missing - room, to + missing + room]
}
