// Steps that cost one evaluation each, one after the other: of runs without a method this is where the time goes.
import { type Machine, move, observe, staysFinite } from './machine.ts'
import { type Filled, write } from './recording.ts'

/**
 * Takes the steps that begin at k = from … to − 1, and writes them down.
 * @param filled what is written down of each
 * @param origin the step that is written down in row 0
 * @returns the k where it stopped: `to`, or where the step does not stay finite, which is not taken
 */
export type Walk = (
  machine: Machine,
  filled: readonly Filled[],
  from: number,
  to: number,
  origin?: number,
) => number

/** A faster way to walk so many steps, where there is one. */
type Faster = (machine: Machine, filled: readonly Filled[], steps: number) => Walk | undefined

let faster: Faster = () => undefined

/** From now on steps are walked in that way where it is one. */
export function hasten(way: Faster): void {
  faster = way
}

export const walk: Walk = (machine, filled, from, to, origin) =>
  (faster(machine, filled, to - from) ?? stepByStep)(machine, filled, from, to, origin)

export const stepByStep: Walk = (machine, filled, from, to, origin = 0) => {
  let k = from
  for (; k < to; k++) {
    observe(machine, k)
    if (!staysFinite(machine)) break
    write(filled, machine, k - origin)
    move(machine)
  }
  return k
}
