// Where a run would go if it went on. What rests now need not rest for good: whoever divides by the size of slopes that it
// slowly forgets takes longer and longer steps, until they lead away.
import { type Machine, move, observe, staysFinite, writePoint } from '../descent/machine.ts'
import { powersOf } from '../descent/powers.ts'

/** Nobody looks further than this. */
const most = 2000

/** Whether anything but the point moves from one step to the next: where nothing does, the last steps tell all. */
const remembers = ({ to, point, t }: Machine) => to.length > point.length || t !== undefined

/**
 * Follows a run further: the points of the steps that would come next, row by row, the present one first.
 * @param here where the run ended, observed
 * @param k its finished steps
 * @returns a function that goes on each time it is asked; nothing where it cannot be told so easily: a method that
 *   searches, a schedule, noise
 */
export function followed(here: Machine, k: number) {
  if (here.method || here.noise || here.run.schedule) return () => undefined
  const machine = withPowersUntil(here, k + 2 * most + 1)
  const d = machine.point.length
  let done = k
  return (steps: number): Float64Array => {
    const length = Math.min(steps, remembers(machine) ? most : few)
    const points = new Float64Array((length + 1) * d)
    writePoint(machine, points, 0)
    for (let j = 1; j <= length; j++) {
      if (!staysFinite(machine)) return points.slice(0, j * d)
      move(machine)
      writePoint(machine, points, j * d)
      observe(machine, ++done)
    }
    return points
  }
}

const withPowersUntil = (machine: Machine, count: number): Machine => ({
  ...machine,
  powers: machine.powers.map(({ register, table }) => ({
    register,
    table: powersOf(table[0] as number, count - machine.began),
  })),
})

/** Enough to see whether steps grow. */
const few = 40
