// The work of layers by address. Where an array lies in no memory of WebAssembly it is copied, or the work is done in plain
// JavaScript: nothing is wrong because of it, only slower.
import type { Floats, Room } from '../floats.ts'
import type { Dense, Kernels, LayerKernel, Passes } from '../kernel.ts'

/** What WebAssembly does. */
export interface Work {
  readonly forward: (layer: number, x: number, rows: number) => void
  readonly derive: (layer: number, rows: number) => void
  readonly gradient: (layer: number, x: number, rows: number) => void
  readonly backward: (layer: number, into: number, rows: number) => void
  readonly forwardAll: (first: number, count: number, x: number, rows: number) => void
  readonly backwardAll: (first: number, count: number, x: number, rows: number) => void
}

/** Where layers are described, one behind the other. */
export interface Placed {
  readonly at: number
  readonly buffer: ArrayBuffer
  readonly work: Work
  readonly room: Room
  /** Does what has no room. */
  readonly instead: Kernels
}

const nowhere = -1

/** Where the rows lie that a layer is given: copied, if they lie elsewhere; nowhere if there is no room for a copy. */
function entryOf({ inputs, units, z }: Dense, { buffer, room }: Placed) {
  let copy: Floats | undefined
  return (x: Floats, rows: number): number => {
    if (x.buffer === buffer) return x.byteOffset
    copy ??= room((z.length / units) * inputs)
    copy.set(x.subarray(0, rows * inputs))
    return copy.buffer === buffer ? copy.byteOffset : nowhere
  }
}

export function layerAt(dense: Dense, placed: Placed): LayerKernel {
  const { at: layer, buffer, work, instead } = placed
  const entry = entryOf(dense, placed)
  let other: LayerKernel | undefined
  const plain = () => {
    other ??= instead.layer(dense)
    return other
  }
  return {
    forward(x, rows) {
      const from = entry(x, rows)
      if (from === nowhere) plain().forward(x, rows)
      else work.forward(layer, from, rows)
    },
    derive: (rows) => work.derive(layer, rows),
    gradient(x, rows) {
      const from = entry(x, rows)
      if (from === nowhere) plain().gradient(x, rows)
      else work.gradient(layer, from, rows)
    },
    backward(into, rows) {
      if (into.buffer === buffer) work.backward(layer, into.byteOffset, rows)
      else plain().backward(into, rows)
    },
  }
}

/** Through all layers at once; each step of the way in plain JavaScript where the first has no room for a copy. */
export function passesAt(layers: readonly [Dense, ...Dense[]], placed: Placed): Passes {
  const { at: first, work } = placed
  const { length } = layers
  const entry = entryOf(layers[0], placed)
  return {
    forward(x, rows) {
      const from = entry(x, rows)
      if (from !== nowhere) work.forwardAll(first, length, from, rows)
      return from !== nowhere
    },
    backward(x, rows) {
      const from = entry(x, rows)
      if (from !== nowhere) work.backwardAll(first, length, from, rows)
      return from !== nowhere
    },
  }
}
