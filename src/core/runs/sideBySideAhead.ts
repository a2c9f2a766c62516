// How runs side by side would go on, and the columns that they are written down in.
import { laneCount, type Team } from '../kernel/lanes/team.ts'
import type { Way } from './ahead.ts'

export type Lanes = ReturnType<typeof lanesOf>

/** A column for each lane, which serves again: what was written down before stays until it is written over. */
export function lanesOf(width: number) {
  let all: Float64Array[] = []
  return (rows: number): Float64Array[] => {
    const lacking = rows * width - (all[0]?.length ?? 0)
    if (lacking > 0)
      all = Array.from({ length: laneCount }, (_, lane) => {
        const longer = new Float64Array(rows * width)
        longer.set(all[lane] ?? [])
        return longer
      })
    return all
  }
}

/** The last of some rows before the first that is not finite. */
export function lastFinite(x: Float64Array, from: number, to: number, d: number): number {
  for (let at = from * d; at < (to + 1) * d; at++)
    if (!Number.isFinite(x[at])) return Math.floor(at / d) - 1
  return to
}

interface Ended {
  readonly ends: readonly Float64Array[]
  readonly count: number
  readonly steps: number
  readonly d: number
  /** Numbers that each machine remembers beside its point. */
  readonly memory: number
}

interface Further {
  readonly further: Lanes
  readonly remembered: Lanes | undefined
}

/** After so many rows it is looked whether anything still moves. */
const between = 256

/** How the lanes go on after their last step, all together as soon as one of them asks. */
export function furtherOf(
  team: Team,
  { further, remembered }: Further,
  { ends, count, steps, d, memory }: Ended,
): (lane: number) => Way {
  let rows = 0
  let isStill = false
  /** Beyond the last step. */
  const ask = (to: number): readonly Float64Array[] => {
    const points = further(to + 1)
    const slots = remembered?.(to + 1)
    if (rows === 0) {
      for (const [lane, own] of points.entries())
        own.set((ends[lane] as Float64Array).subarray(steps * d, (steps + 1) * d))
      rows = 1
    }
    while (rows <= to && !isStill) {
      const next = slots ? Math.min(to + 1, rows + between) : to + 1
      team.walk(next - rows, [undefined, undefined, points, slots], rows)
      rows = next
      const seen = { count, rows }
      isStill = slots !== undefined && repeats(points, d, seen) && repeats(slots, memory, seen)
    }
    for (; rows <= to; rows++)
      for (const own of points) own.copyWithin(rows * d, (rows - 1) * d, rows * d)
    return points
  }
  return (lane) => (from, to) => {
    const own = ask(to - steps)[lane] as Float64Array
    const last = lastFinite(own, from - steps, to - steps, d)
    return own.subarray((from - steps) * d, (last + 1) * d)
  }
}

/** Whether the last two of some rows are the same in so many lanes, to the bit. */
function repeats(lanes: readonly Float64Array[], width: number, { count, rows }: Seen): boolean {
  for (let lane = 0; lane < count; lane++) {
    const own = lanes[lane] as Float64Array
    for (let at = (rows - 1) * width; at < rows * width; at++)
      if (!Object.is(own[at], own[at - width])) return false
  }
  return true
}

interface Seen {
  readonly count: number
  readonly rows: number
}
