// How the runs of pixels get what is their own: small programs, done for each pixel before it walks.
import type { Crowd } from '../kernel/lanes/crowd.ts'
import { type Instruction, instructionsOf, type Program, run } from '../language/program.ts'
import type { Along } from './along.ts'

interface Move {
  readonly from: number
  readonly to: number
}

/** What is computed for each pixel from where it lies. */
export interface Asking {
  readonly code: Int32Array
  readonly memory: Float64Array
  /** Its inputs: along the axis to the right, or up. */
  readonly given: readonly {
    readonly register: number
    readonly values: Float64Array
    readonly isUp: boolean
  }[]
  /** Where its results go. */
  readonly made: readonly Move[]
}

/** The inputs of a program that change along the axes. */
export const inputsAlong = ({ input }: Pick<Program, 'input'>, axes: readonly Along[]) =>
  axes.flatMap(({ inputs }, i) =>
    [...inputs].flatMap(([name, values]) => {
      const register = input(name)
      return register === undefined ? [] : [{ register, values, isUp: i === 1 }]
    }),
  )

/** Of some instructions those that read, by others perhaps, one of some registers; and what they write. */
export function following(code: Int32Array, from: Iterable<number>) {
  const own = new Set(from)
  const all: Instruction[] = [...instructionsOf(code)]
  const width = code.length / Math.max(1, all.length)
  const kept: number[] = []
  for (const [i, { to, args }] of all.entries()) {
    if (!args.some((a) => own.has(a))) continue
    own.add(to)
    kept.push(...code.subarray(i * width, (i + 1) * width))
  }
  return { code: Int32Array.from(kept), own }
}

/** Puts what is computed for a pixel into its lane. */
export function entering(asked: readonly Asking[], { all, at }: Pick<Crowd, 'all' | 'at'>) {
  const askings = asked.map((asking) => ({
    ...asking,
    made: asking.made.map(({ from, to }) => ({ from, to: at(to) })),
  }))
  return (lane: number, column: number, row: number): void => {
    // Once for each pixel: loops without iterators take half as long.
    for (let n = 0; n < askings.length; n++) {
      const { code, memory, given, made } = askings[n] as Asking
      for (let i = 0; i < given.length; i++) {
        const { register, values, isUp } = given[i] as Asking['given'][number]
        memory[register] = values[isUp ? row : column] as number
      }
      if (code.length > 0) run(code, memory)
      for (let i = 0; i < made.length; i++) {
        const { from, to } = made[i] as Move
        all[to + lane] = memory[from] as number
      }
    }
  }
}
