// A module on vectors with its memory: it serves one team of machines after the other.
import type { Machine } from '../../descent/machine.ts'
import { engine } from '../../engine.ts'
import type { Program } from '../../language/program.ts'
import { assembleLanes } from './assembly.ts'

const bytesOfPage = 65_536

export interface Ground extends Pick<ReturnType<typeof assembleLanes>, 'given' | 'columns'> {
  readonly all: Float64Array
  readonly rounds: (count: number) => number
  /** Which of what is read anew is another number for each machine. */
  readonly ownReads: ReadonlySet<number>
}

/**
 * The grounds for machines of one step: the registers in which they differ decide what is computed once for all of them.
 * @param written groups of registers that are written down
 */
export function groundsOf(program: Program, written: readonly (readonly number[])[]) {
  const [own, ownReads] = [new Set<number>(), new Set<number>()]
  let ground: Ground | undefined
  /** @returns nothing where WebAssembly is not there or refuses */
  return (lanes: readonly Machine[]): Ground | undefined => {
    const before = own.size + ownReads.size
    for (const register of differing(lanes)) own.add(register)
    for (const read of differingReads(lanes)) ownReads.add(read)
    const isOld = ground && own.size + ownReads.size === before
    if (!isOld) ground = groundFor(program, lanes[0] as Machine, { written, own, ownReads })
    return ground
  }
}

/** Registers of which not all machines have the same. */
function differing([first, ...others]: readonly Machine[]): number[] {
  const memory = first?.memory ?? new Float64Array()
  const found: number[] = []
  for (let r = 0; r < memory.length; r++)
    if (others.some((other) => !Object.is(other.memory[r], memory[r]))) found.push(r)
  return found
}

/** Powers of one number are those of another one if the first ones are. */
function differingReads(lanes: readonly Machine[]): number[] {
  const value = new Float64Array(1)
  const first = ({ varying }: Machine) =>
    varying.map(({ fill }) => {
      fill(value, 0, 0, 1)
      return value[0] as number
    })
  const [own = [], ...others] = lanes.map(first)
  return [...own.keys()].filter((j) => others.some((other) => !Object.is(other[j], own[j])))
}

interface Differences {
  readonly written: readonly (readonly number[])[]
  readonly own: ReadonlySet<number>
  readonly ownReads: ReadonlySet<number>
}

function groundFor(
  program: Program,
  { varying, from, to }: Machine,
  { written, own, ownReads }: Differences,
): Ground | undefined {
  if (!engine) return undefined
  const { bytes, imports, size, given, columns } = assembleLanes(program, {
    read: varying.map(({ register }, j) => ({ register, isOwn: ownReads.has(j) })),
    written,
    left: [],
    moved: Array.from(from, (register, i) => ({ from: register, to: to[i] as number })),
    own,
  })
  try {
    const memory = new engine.Memory({ initial: Math.ceil(size / bytesOfPage) })
    const module = new engine.Module(bytes)
    const { exports } = new engine.Instance(module, { core: { ...imports, memory } })
    const rounds = exports.rounds as (count: number) => number
    return { all: new Float64Array(memory.buffer), rounds, given, columns, ownReads }
  } catch {
    return undefined
  }
}
