// What a map shows of runs, computed by the step's program itself, so that nothing need be written down on the way.
import type { Machine } from '../descent/machine.ts'
import { extended } from '../kernel/lanes/extended.ts'
import type { Program } from '../language/program.ts'
import type { Show } from './mapExperiment.ts'

interface Move {
  readonly from: number
  readonly to: number
}

export interface Summary {
  readonly program: Program
  readonly moved: readonly Move[]
  /** Registers of the start, for what is measured from there: each run's own. */
  readonly starts: readonly number[]
  /** The register that has the value after the last round, and the value by it; nothing where nobody measures on the way. */
  readonly value?: { readonly register: number; readonly read: (kept: number) => number }
  /** The loss and the slope of the last point. */
  readonly f: number
  readonly grad: readonly number[]
  /** The point after one more step. */
  readonly point: readonly number[]
}

/** Larger than every number of steps. */
const never = 1e9

/**
 * The program of a machine's step with what a map shows.
 * @param goal the value that counts as reached
 */
export function summaryOf({ step, from, to, point }: Machine, show: Show, goal: number): Summary {
  const { outputs } = step.program
  const { at, program } = { at: step.at, program: extended(step.program) }
  const f = outputs[at.f] as number
  const grad = Array.from(point, (_, i) => outputs[at.grad + i] as number)
  const moved: Move[] = Array.from(from, (register, i) => ({
    from: register,
    to: to[i] as number,
  }))
  const ends = { f, grad, point: [...point] }
  if (show === 'steps') {
    const [count, first] = [program.holding(0), program.holding(never)]
    const isThere = program.computed('le', f, program.holding(goal))
    const sooner = program.computed('min', first, count)
    moved.push({ from: program.computed('where', isThere, sooner, first), to: first })
    moved.push({ from: program.computed('add', count, program.holding(1)), to: count })
    const read = (kept: number) => (kept < never ? kept : Number.NaN)
    return {
      ...ends,
      program: program.program(),
      moved,
      starts: [],
      value: { register: first, read },
    }
  }
  if (show === 'excursion') {
    const starts = Array.from(point, () => program.holding(0))
    const squares = starts.map((start, i) => {
      const way = program.computed('sub', point[i] as number, start)
      return program.computed('mul', way, way)
    })
    const sum = squares.reduce((a, b) => program.computed('add', a, b))
    const furthest = program.holding(0)
    // What is not a number is not further away.
    const isFurther = program.computed('gt', sum, furthest)
    moved.push({ from: program.computed('where', isFurther, sum, furthest), to: furthest })
    return {
      ...{ ...ends, program: program.program(), moved, starts },
      value: { register: furthest, read: Math.sqrt },
    }
  }
  return { ...ends, program: program.program(), moved, starts: [] }
}
