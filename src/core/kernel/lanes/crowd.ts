// Many machines of one step of which only the end is looked at: nothing is written down on the way.
import type { Varying } from '../../descent/varying.ts'
import { engine } from '../../engine.ts'
import type { Program } from '../../language/program.ts'
import { assembleLanes } from './assembly.ts'
import type { Breadth } from './breadth.ts'
import type { LaneRound } from './registers.ts'

const bytesOfPage = 65_536
/** Rounds for which what they read is written down at once. */
const most = 1024

export interface Crowd {
  /** Machines that walk at once. */
  readonly count: number
  /** False as long as they cannot walk yet, where that takes a while. */
  readonly isReady?: boolean
  /** Registers that are filled before they walk. */
  readonly given: readonly number[]
  /** Their registers, and where among them those of one register begin, that of the first lane. */
  readonly all: Float32Array | Float64Array
  at(register: number): number
  /** All lanes have the same number. */
  fill(register: number, value: number): void
  /**
   * All take so many steps.
   * @param varying what they read anew in each: the same for all of them, and for the registers that are known to
   * @param lanes whose ends somebody looks at, from the first one on
   * @returns nothing where they have walked, else what is to be waited for
   */
  walk(steps: number, varying: readonly Varying[], lanes: number): Walking | undefined
}

/** Machines that walk elsewhere, while others may be at work here. */
export interface Walking {
  /** Fulfilled when they have, or never will. */
  readonly done: Promise<unknown>
  /** Takes their ends. @returns whether they came to one */
  take(): boolean
  /** Nobody looks at them any more. */
  leave(): void
}

interface Manner {
  readonly breadth: Breadth
  /** At most. */
  readonly steps: number
}

/**
 * @param program of a step, perhaps with more behind it
 * @param read registers that are read anew in each step, the same for all
 * @returns nothing where WebAssembly is not there or refuses
 */
export function crowdOf(
  program: Program,
  read: readonly number[],
  round: Omit<LaneRound, 'read' | 'written'>,
  { breadth, steps }: Manner,
): Crowd | undefined {
  if (!engine) return undefined
  const rounds = Math.min(steps, most)
  const reads = read.map((register) => ({ register, isOwn: false }))
  const assembly = assembleLanes(
    program,
    { ...round, read: reads, written: [] },
    { breadth, rounds, isPicture: true },
  )
  try {
    const memory = new engine.Memory({ initial: Math.ceil(assembly.size / bytesOfPage) })
    const module = new engine.Module(assembly.bytes)
    const { exports } = new engine.Instance(module, { core: { ...assembly.imports, memory } })
    const all =
      breadth.lanes.kind === 0 ? new Float32Array(memory.buffer) : new Float64Array(memory.buffer)
    const walk = exports.rounds as (count: number) => number
    return crowdIn(all, walk, { ...assembly, rounds, count: breadth.count })
  } catch {
    return undefined
  }
}

interface Inside extends Pick<ReturnType<typeof assembleLanes>, 'given' | 'columns'> {
  readonly rounds: number
  readonly count: number
}

function crowdIn(
  all: Float32Array | Float64Array,
  walk: (count: number) => number,
  { given, columns, rounds, count }: Inside,
): Crowd {
  const scratch = new Float64Array(rounds)
  /** Whose first steps the columns have. */
  let filled: readonly Varying[] | undefined
  const fill = (varying: readonly Varying[], k: number, steps: number) => {
    for (const [j, one] of varying.entries()) {
      one.fill(scratch, 0, k, steps)
      all.set(scratch.subarray(0, steps), columns.read[j])
    }
  }
  return {
    count,
    given,
    all,
    at: (register) => register * count,
    fill: (register, value) => all.fill(value, register * count, (register + 1) * count),
    walk(steps, varying) {
      for (let k = 0; k < steps; k += rounds) {
        const some = Math.min(steps - k, rounds)
        if (filled !== varying) fill(varying, k, some)
        filled = steps <= rounds ? varying : undefined
        walk(some)
      }
      return undefined
    },
  }
}
