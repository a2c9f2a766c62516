// For tests: arrays in a memory of WebAssembly's.
import { engine, type Memory } from '../../../engine.ts'
import type { BlockProgram } from '../../blockProgram.ts'
import type { Room } from '../../floats.ts'

/** Room as another room gives it, one after the other in a memory. */
export function roomIn(like: Room): { readonly memory: Memory; readonly room: Room } {
  if (!engine) throw new Error('there is no WebAssembly')
  const memory = new engine.Memory({ initial: 64 })
  let next = 0
  const room: Room = (length) => {
    const from = next
    next += Math.ceil((length * 8) / 16) * 16
    return like(0) instanceof Float32Array
      ? new Float32Array(memory.buffer, from, length)
      : new Float64Array(memory.buffer, from, length)
  }
  return { memory, room }
}

/** A function of a module says so. */
export const isEmitted = ({ run }: BlockProgram): boolean => String(run).includes('[native code]')
