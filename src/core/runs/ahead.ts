// Where a run would go if it went on. What rests now need not rest for good: whoever divides by the size of slopes that it
// slowly forgets takes longer and longer steps, until they lead away.
import type { Machine } from '../descent/machine.ts'
import { write } from '../descent/recording.ts'
import { walk } from '../descent/walk.ts'
import type { Prepared } from '../experiment/prepare.ts'

/** Nobody looks further than this. */
const most = 2000

/** Whether anything but the point moves from one step to the next: where nothing does, the last steps tell all. */
const remembers = ({ to, point, varying }: Machine) =>
  to.length > point.length || varying.length > 0

/** The points after steps from … to, row by row; fewer where they do not stay finite. */
export type Way = (from: number, to: number) => Float64Array

/** Goes the way alone. */
const wayOf =
  (machine: Machine): Way =>
  (from, to) => {
    const d = machine.point.length
    const points = new Float64Array((to - from + 1) * d)
    const filled = [{ column: points, registers: [...machine.point] }]
    const done = walk(machine, filled, from, to, from)
    write(filled, machine, done - from)
    return points.subarray(0, (done - from + 1) * d)
  }

/**
 * Follows a run further: the points of the steps that would come next, row by row, the present one first.
 * @param machine where the run ended
 * @param k its finished steps
 * @param way how it goes on
 * @returns a function that goes on each time it is asked; nothing where it cannot be told so easily: a method that
 *   searches, a schedule, noise
 */
export function followed(
  machine: Machine,
  k: number,
  { noise }: Pick<Prepared, 'noise'>,
  way = wayOf(machine),
) {
  if (machine.method || noise > 0 || machine.run.schedule) return () => undefined
  let done = k
  return (steps: number): Float64Array => {
    const points = way(done, done + Math.min(steps, remembers(machine) ? most : few))
    done += points.length / machine.point.length - 1
    return points
  }
}

/** Enough to see whether steps grow. */
const few = 40
