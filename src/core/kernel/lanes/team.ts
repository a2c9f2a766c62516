// Machines of one step that walk side by side, and what they write down on their way.
import type { Machine } from '../../descent/machine.ts'
import type { Program } from '../../language/program.ts'
import { mostRounds } from './assembly.ts'
import { doubles } from './breadth.ts'
import { type Ground, groundsOf } from './ground.ts'

/** What each machine writes down: columns by group of registers and by machine; nothing for what nobody reads. */
type LaneColumns = readonly (readonly Float64Array[] | undefined)[]

/** Machines of a team at most. */
export const laneCount = doubles.count

export interface Team {
  /**
   * Takes so many steps and writes down what is where each begins, whether or not it stays finite.
   * @param columns rows of as many numbers as the group has
   * @param row that of the first
   */
  walk(steps: number, columns: LaneColumns, row: number): void
}

/**
 * Makes teams of machines of one step, at most as many as there are lanes.
 * @param written groups of registers that are written down
 * @returns a function that makes a team; nothing where WebAssembly is not there or refuses
 */
export function teamsOf(program: Program, written: readonly (readonly number[])[]) {
  const groundFor = groundsOf(program, written)
  const widths = written.map(({ length }) => length)
  return (machines: readonly Machine[]): Team | undefined => {
    const last = machines.at(-1) as Machine
    const lanes = Array.from({ length: laneCount }, (_, lane) => machines[lane] ?? last)
    const ground = groundFor(lanes)
    return ground && teamOn(ground, lanes, { widths, count: machines.length })
  }
}

interface Looked {
  readonly widths: readonly number[]
  /** The lanes that somebody looks at. */
  readonly count: number
}

function teamOn(ground: Ground, lanes: readonly Machine[], { widths, count }: Looked): Team {
  const { all, rounds, columns } = ground
  const state = lanes.map(({ memory }) => memory.slice())
  let k = 0
  return {
    walk(steps, into, row) {
      enter(ground, state)
      for (let done = 0; done < steps; ) {
        const most = Math.min(steps - done, mostRounds)
        fill(ground, lanes, k, most)
        rounds(most)
        for (const [j, group] of into.entries()) {
          const [width, begin] = [widths[j] as number, columns.written[j] as number]
          for (let lane = 0; group && lane < count; lane++)
            gather(
              group[lane] as Float64Array,
              (row + done) * width,
              all,
              begin + lane,
              most * width,
            )
        }
        done += most
        k += most
      }
      leave(ground, state)
    },
  }
}

/** The registers of the machines go to the memory of the module, side by side. */
function enter({ all, given }: Ground, state: readonly Float64Array[]): void {
  for (const register of given)
    for (let lane = 0; lane < laneCount; lane++)
      all[register * laneCount + lane] = state[lane]?.[register] as number
}

function leave({ all, given }: Ground, state: readonly Float64Array[]): void {
  for (const register of given)
    for (const [lane, own] of state.entries())
      own[register] = all[register * laneCount + lane] as number
}

/** What the next steps read. */
function fill(ground: Ground, lanes: readonly Machine[], k: number, steps: number): void {
  const { all, columns, ownReads } = ground
  for (const [j, { fill: fillAll }] of (lanes[0] as Machine).varying.entries()) {
    const begin = columns.read[j] as number
    if (!ownReads.has(j)) {
      fillAll(all, begin, k, steps)
      continue
    }
    const own = new Float64Array(steps)
    for (const [lane, { varying }] of lanes.entries()) {
      varying[j]?.fill(own, 0, k, steps)
      for (let i = 0; i < steps; i++) all[begin + i * laneCount + lane] = own[i] as number
    }
  }
}

/** So many numbers of one lane. */
function gather(
  to: Float64Array,
  at: number,
  all: Float64Array,
  begin: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) to[at + i] = all[begin + i * laneCount] as number
}
