// Many machines of one step of which only the end is looked at: nothing is written down on the way.
import type { Machine } from '../../descent/machine.ts'
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
  /** Registers that are filled before they walk. */
  readonly given: readonly number[]
  put(register: number, lane: number, value: number): void
  /** The same for all. */
  putAll(register: number, value: number): void
  get(register: number, lane: number): number
  /**
   * All take so many steps.
   * @param machines one for each lane, or one that is like all of them
   */
  walk(steps: number, machines: readonly Machine[]): void
}

/**
 * @param program of the machine's step, perhaps with more behind it
 * @param machine one that is like all others as far as its registers go
 * @returns nothing where WebAssembly is not there or refuses
 */
export function crowdOf(
  program: Program,
  { varying }: Machine,
  round: Omit<LaneRound, 'read' | 'written'> & { readonly ownReads: ReadonlySet<number> },
  { breadth, steps }: { readonly breadth: Breadth; readonly steps: number },
): Crowd | undefined {
  if (!engine) return undefined
  const rounds = Math.min(steps, most)
  const read = varying.map(({ register }, j) => ({ register, isOwn: round.ownReads.has(j) }))
  const assembly = assembleLanes(program, { ...round, read, written: [] }, { breadth, rounds })
  try {
    const memory = new engine.Memory({ initial: Math.ceil(assembly.size / bytesOfPage) })
    const module = new engine.Module(assembly.bytes)
    const { exports } = new engine.Instance(module, { core: { ...assembly.imports, memory } })
    const all =
      breadth.lanes.kind === 0 ? new Float32Array(memory.buffer) : new Float64Array(memory.buffer)
    const walk = exports.rounds as (count: number) => number
    return crowdIn(all, walk, {
      ...assembly,
      rounds,
      ownReads: round.ownReads,
      count: breadth.count,
    })
  } catch {
    return undefined
  }
}

interface Inside extends Pick<ReturnType<typeof assembleLanes>, 'given' | 'columns'> {
  readonly rounds: number
  readonly ownReads: ReadonlySet<number>
  readonly count: number
}

function crowdIn(
  all: Float32Array | Float64Array,
  walk: (count: number) => number,
  { given, columns, rounds, ownReads, count }: Inside,
): Crowd {
  const scratch = new Float64Array(rounds)
  /** Whether the columns have what the first steps read, all of it the same for everyone. */
  let isFilled = false
  const fill = (machines: readonly Machine[], k: number, steps: number) => {
    for (const [j] of (machines[0] as Machine).varying.entries()) {
      const begin = columns.read[j] as number
      const [wide, machinesOf] = ownReads.has(j) ? [count, machines] : [1, machines.slice(0, 1)]
      for (let lane = 0; lane < wide; lane++) {
        const machine = machinesOf[lane] ?? (machinesOf.at(-1) as Machine)
        machine.varying[j]?.fill(scratch, 0, k, steps)
        for (let i = 0; i < steps; i++) all[begin + i * wide + lane] = scratch[i] as number
      }
    }
  }
  return {
    count,
    given,
    put(register, lane, value) {
      all[register * count + lane] = value
    },
    putAll(register, value) {
      all.fill(value, register * count, (register + 1) * count)
    },
    get: (register, lane) => all[register * count + lane] as number,
    walk(steps, machines) {
      for (let k = 0; k < steps; k += rounds) {
        const some = Math.min(steps - k, rounds)
        if (!isFilled || k > 0) fill(machines, k, some)
        isFilled = ownReads.size === 0 && steps <= rounds
        walk(some)
      }
    },
  }
}
