// Steps that cost one evaluation each, one after the other: of runs without a method this is where the time goes.
import { readyKernel } from './kernel.ts'
import { type Machine, move, observe, staysFinite } from './machine.ts'
import { type Filled, write } from './recording.ts'

/**
 * Takes the steps that begin at k = from … to − 1, and writes them down.
 * @param filled what is written down of each
 * @param origin the step that is written down in row 0
 * @returns the k where it stopped: `to`, or where the step does not stay finite, which is not taken
 */
export function walk(
  machine: Machine,
  filled: readonly Filled[],
  from: number,
  to: number,
  origin = 0,
): number {
  const kernel = readyKernel(machine, filled, to - from)
  if (kernel) return kernel(machine, filled, from, to, origin)
  let k = from
  for (; k < to; k++) {
    observe(machine, k)
    if (!staysFinite(machine)) break
    write(filled, machine, k - origin)
    move(machine)
  }
  return k
}
