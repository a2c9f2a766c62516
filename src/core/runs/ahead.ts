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

/**
 * Follows a run further: the points of the steps that would come next, row by row, the present one first.
 * @param machine where the run ended
 * @param k its finished steps
 * @returns a function that goes on each time it is asked; nothing where it cannot be told so easily: a method that
 *   searches, a schedule, noise
 */
export function followed(machine: Machine, k: number, { noise }: Pick<Prepared, 'noise'>) {
  if (machine.method || noise > 0 || machine.run.schedule) return () => undefined
  const d = machine.point.length
  let done = k
  return (steps: number): Float64Array => {
    const from = done
    const length = Math.min(steps, remembers(machine) ? most : few)
    const points = new Float64Array((length + 1) * d)
    const filled = [{ column: points, registers: [...machine.point] }]
    done = walk(machine, filled, from, from + length, from)
    write(filled, machine, done - from)
    return points.subarray(0, (done - from + 1) * d)
  }
}

/** Enough to see whether steps grow. */
const few = 40
