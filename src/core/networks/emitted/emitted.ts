// core/networks/emitted/: programs over arrays as loops of WebAssembly on vectors; nothing comes out otherwise because of it.
//
// A program over arrays that lie in the memory of WebAssembly is compiled for it.
import { engine, type Memory } from '../../engine.ts'
import { type BlockProgram, blockProgram } from '../blockProgram.ts'
import type { Floats, Room } from '../floats.ts'
import { type Arrays, compiled, settling, type Target } from '../settling.ts'
import { lanesOf } from './lanes.ts'
import { loopOf } from './loop.ts'

/**
 * A maker of programs that work in this memory; they come to the same bits as those that are interpreted. Where an array
 * lies elsewhere, or WebAssembly refuses, it is interpreted.
 */
export const emittedPrograms =
  (memory: Buffered): typeof blockProgram =>
  (targets, arrays, room) =>
    emitted(targets, arrays, { memory, room }) ?? blockProgram(targets, arrays, room)

type Buffered = Pick<Memory, 'buffer'>

interface Ground {
  readonly memory: Buffered
  readonly room: Room
}

function emitted(
  targets: readonly Target[],
  arrays: Arrays,
  { memory, room }: Ground,
): BlockProgram | undefined {
  const parts = compiled(targets, arrays)
  const shared = room(Math.max(1, parts.shared.length))
  const all = [shared, ...arrays.values(), ...parts.writes.map(({ to }) => to)]
  if (!engine || !areAlike(all, memory)) return undefined
  const { bytes, imports } = loopOf(parts, shared, lanesOf(shared))
  try {
    const module = new engine.Module(bytes)
    const { exports } = new engine.Instance(module, { core: { ...imports, memory } })
    const run = exports.rounds as (count: number) => void
    return {
      ...settling(parts, (k, value) => {
        shared[k] = value
      }),
      run,
    }
  } catch {
    return undefined
  }
}

/** Whether all lie in this memory, in one precision. */
const areAlike = (all: readonly Floats[], { buffer }: Buffered) =>
  all.every((one) => one.buffer === buffer && one.BYTES_PER_ELEMENT === all[0]?.BYTES_PER_ELEMENT)
