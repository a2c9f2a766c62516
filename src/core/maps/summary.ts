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
  /** The register of the value that counts as reached. */
  readonly goal?: number
  /** The register that has the value after the last round, and the value by it; nothing where nobody measures on the way. */
  readonly value?: { readonly register: number; readonly read: (kept: number) => number }
  /** Registers of the numbers whose powers are computed on the way. */
  readonly bases: readonly number[]
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
 * @param powers registers of powers that are multiplied from step to step, not looked up
 */
export function summaryOf(
  { step, from, to, point }: Machine,
  show: Show,
  powers: readonly number[] = [],
): Summary {
  const { outputs } = step.program
  const { at, program } = { at: step.at, program: extended(step.program) }
  const f = outputs[at.f] as number
  const grad = Array.from(point, (_, i) => outputs[at.grad + i] as number)
  const moved: Move[] = Array.from(from, (register, i) => ({
    from: register,
    to: to[i] as number,
  }))
  const bases = powers.map((power) => {
    const base = program.holding(0)
    moved.push({ from: program.computed('mul', power, base), to: power })
    return base
  })
  const shown = shownBy[show]?.(program, moved, { f, point }) ?? { starts: [] }
  return { f, grad, point: [...point], bases, moved, ...shown, program: program.program() }
}

type Shown = Pick<Summary, 'starts' | 'goal' | 'value'>
type Measure = (
  program: ReturnType<typeof extended>,
  moved: Move[],
  at: { readonly f: number; readonly point: Int32Array },
) => Shown

/** What is measured on the way. */
const shownBy: Partial<Record<Show, Measure>> = {
  steps(program, moved, { f }) {
    const [count, first, goal] = [0, never, 0].map(program.holding) as [number, number, number]
    const isThere = program.computed('le', f, goal)
    const sooner = program.computed('min', first, count)
    moved.push({ from: program.computed('where', isThere, sooner, first), to: first })
    moved.push({ from: program.computed('add', count, program.holding(1)), to: count })
    const read = (kept: number) => (kept < never ? kept : Number.NaN)
    return { starts: [], goal, value: { register: first, read } }
  },
  excursion(program, moved, { point }) {
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
    return { starts, value: { register: furthest, read: Math.sqrt } }
  },
}
