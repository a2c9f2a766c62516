// The work of layers by address. Where an array lies in no memory of WebAssembly it is copied, or the work is done in plain
// JavaScript: nothing is wrong because of it, only slower.
import type { Floats, Room } from '../floats.ts'
import type { Dense, Kernels, LayerKernel, Passes } from '../kernel.ts'
import { lossNames } from '../losses.ts'
import type { WholePasses } from '../unrolled/unrolled.ts'

/** What WebAssembly does. */
export interface Work {
  readonly forward: (layer: number, x: number, rows: number) => void
  readonly derive: (layer: number, rows: number) => void
  readonly gradient: (layer: number, x: number, rows: number) => void
  readonly backward: (layer: number, into: number, rows: number) => void
  readonly forwardAll: (first: number, count: number, x: number, rows: number) => void
  readonly backwardAll: (first: number, count: number, x: number, rows: number) => void
  readonly slopeAll: (...numbers: readonly number[]) => number
  readonly loss: (...numbers: readonly number[]) => number
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

/** Where an array lies, nowhere if in another buffer. Of the last one it is known: engines take long to tell. */
function placing(buffer: ArrayBuffer) {
  let last: Floats | undefined
  let at = nowhere
  return (array: Floats): number => {
    if (array === last) return at
    last = array
    at = array.buffer === buffer ? array.byteOffset : nowhere
    return at
  }
}

/** Where the rows lie that a layer is given: copied, if they lie elsewhere; nowhere if there is no room for a copy. */
function entryOf({ inputs, units, z }: Dense, { buffer, room }: Placed) {
  let copy: Floats | undefined
  const place = placing(buffer)
  return (x: Floats, rows: number): number => {
    const at = place(x)
    if (at !== nowhere) return at
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
export function passesAt(
  whole: WholePasses,
  layers: readonly [Dense, ...Dense[]],
  placed: Placed,
): Passes {
  const entry = entryOf(layers[0], placed)
  const answers = placing(placed.buffer)
  return {
    forward(x, rows) {
      const from = entry(x, rows)
      if (from !== nowhere) whole.forward(from, rows)
      return from !== nowhere
    },
    backward(x, rows) {
      const from = entry(x, rows)
      if (from !== nowhere) whole.backward(from, rows)
      return from !== nowhere
    },
    sloping(loss) {
      const kind = lossNames.indexOf(loss)
      return ({ x, targets, rows }, factor) => {
        const [from, to] = [entry(x, rows), answers(targets)]
        if (from === nowhere || to === nowhere) return undefined
        return whole.slope(from, rows, to, kind, factor)
      }
    },
  }
}

/** Layer by layer in loops. */
export const loopedPasses = ({ at, work }: Placed, count: number): WholePasses => ({
  forward: (x, rows) => work.forwardAll(at, count, x, rows),
  backward: (x, rows) => work.backwardAll(at, count, x, rows),
  slope: (...of) => work.slopeAll(at, count, ...of),
})
