// Steps that cost one evaluation each, one after the other: of runs without a method this is where the time goes.
import { type Machine, move, observe, staysFinite } from './machine.ts'
import { type Columns, type Reading, recordPoint, recordStep } from './recording.ts'

/**
 * Takes the steps that begin at k = from … to − 1, and writes them down.
 * @returns the k where it stopped: `to`, or where the step does not stay finite, which is not taken
 */
export function walk(
  machine: Machine,
  columns: Columns,
  reading: Reading,
  from: number,
  to: number,
): number {
  let k = from
  for (; k < to; k++) {
    observe(machine, k)
    recordPoint(columns, reading, machine, k)
    recordStep(columns, reading, machine, k, 1)
    if (!staysFinite(machine)) break
    move(machine)
  }
  return k
}
