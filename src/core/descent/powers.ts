// What a step reads that are powers of t.
import { evaluate } from '../language/program.ts'
import { powersOf } from '../powers.ts'
import type { Step } from './step.ts'
import type { Varying } from './varying.ts'

/** The powers that a step looks up; t is counted from where the optimizer was new. */
export const powersIn = (
  { powers, program }: Step,
  hyper: (name: string) => number,
  began: number,
): Varying[] =>
  [...powers].map(([input, expression]) => {
    const base = evaluate(expression, hyper)
    let table = powersOf(base, 1)
    const fill: Varying['fill'] = (into, at, k, count) => {
      const first = k - began
      if (first + count > table.length) table = powersOf(base, first + count)
      if (count === 1) into[at] = table[first] as number
      else into.set(table.subarray(first, first + count), at)
    }
    return { register: program.input(input) as number, fill }
  })
