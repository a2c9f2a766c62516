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

/** A number that goes as it is from an axis to a lane. */
interface Passed {
  readonly to: number
  readonly values: Float64Array
  readonly isUp: boolean
}

/** Puts what is computed for a pixel into its lane. */
export function entering(asked: readonly Asking[], { all, at }: Pick<Crowd, 'all' | 'at'>) {
  const askings = asked.map((asking) => ({
    ...asking,
    made: asking.made.map(({ from, to }) => ({ from, to: at(to) })),
  }))
  const passed = askings.flatMap((asking) => passedOn(asking) ?? [])
  const computed = askings.filter((asking) => !passedOn(asking))
  return (lane: number, column: number, row: number): void => {
    // Once for each pixel: loops without iterators take half as long.
    for (let i = 0; i < passed.length; i++) {
      const { to, values, isUp } = passed[i] as Passed
      all[to + lane] = values[isUp ? row : column] as number
    }
    for (let n = 0; n < computed.length; n++) {
      const { code, memory, given, made } = computed[n] as Asking
      for (let i = 0; i < given.length; i++) {
        const { register, values, isUp } = given[i] as Asking['given'][number]
        memory[register] = values[isUp ? row : column] as number
      }
      run(code, memory)
      for (let i = 0; i < made.length; i++) {
        const { from, to } = made[i] as Move
        all[to + lane] = memory[from] as number
      }
    }
  }
}

/** What goes in comes out, where nothing is computed. */
function passedOn({ code, given, made }: Asking): Passed[] | undefined {
  if (code.length > 0) return undefined
  const all = made.flatMap(({ from, to }) => {
    const input = given.find(({ register }) => register === from)
    return input ? [{ to, values: input.values, isUp: input.isUp }] : []
  })
  return all.length === made.length ? all : undefined
}
