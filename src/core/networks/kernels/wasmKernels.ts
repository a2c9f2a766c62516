// core/networks/kernels/: what networks need done fast, as WebAssembly with SIMD: written in assembly/, chosen here, with
// plain JavaScript for whatever has no room there.
//
// The kernels on a memory of their own, in which one array lies behind the other. A memory that grew would take all
// arrays away, so it is made once, as large as it was said to become; pages that nobody writes to cost nothing.
import { emittedPrograms } from '../emitted/emitted.ts'
import type { Floats } from '../floats.ts'
import type { Dense, Kernels } from '../kernel.ts'
import { lossFunctions } from '../losses.ts'
import { unrolled } from '../unrolled/unrolled.ts'
import { type Running, run } from './engine.ts'
import { bytesOfLayer, describe } from './layout.ts'
import { sumAt } from './sums.ts'
import { layerAt, loopedPasses, type Placed, passesAt, type Work } from './work.ts'

export interface Precision {
  readonly bits: 32 | 64
  readonly Numbers: new (buffer: ArrayBuffer, at: number, length: number) => Floats
  /** Does what has no room. */
  readonly instead: Kernels
}

const ofLayers = ['forward', 'derive', 'gradient', 'backward'] as const
const words = [...ofLayers, 'forwardAll', 'backwardAll', 'slopeAll', 'loss'] as const

/** For what nobody counts beforehand: the buffers of programs over blocks, and the kernels' own. */
const spare = 2 ** 22

/** Of a vector: arrays begin on its multiples, and are read beyond their ends, four vectors at most. */
const bytesOfVector = 16

/** @param module from engine.ts */
export function wasmKernels(module: object, { bits, Numbers, instead }: Precision): Kernels {
  let expected = 0
  let begun: ReturnType<typeof begin> | null = null
  const begin = () => allocating(module, spare + (expected * bits) / 8)
  const memory = () => {
    begun = begun === null ? begin() : begun
    return begun
  }
  const room = (length: number): Floats => {
    const [own, at] = [memory(), memory()?.place((length * bits) / 8)]
    return own && at !== undefined
      ? new Numbers(own.memory.buffer, at, length)
      : instead.room(length)
  }
  const workOf = ({ exports }: Running) =>
    Object.fromEntries(words.map((word) => [word, exports[`${word}${bits}`]])) as unknown as Work
  const placed = (layers: readonly Dense[]): Placed | undefined => {
    const [own, at] = [memory(), memory()?.place(layers.length * bytesOfLayer)]
    if (!own || at === undefined) return undefined
    const { buffer } = own.memory
    return layers.every((dense, l) => describe(dense, at + l * bytesOfLayer, buffer))
      ? { at, buffer, work: workOf(own), room, instead }
      : undefined
  }
  return {
    room,
    reserve(numbers) {
      expected += numbers
    },
    get memory() {
      return memory()?.memory
    },
    get program() {
      const own = memory()
      return own && emittedPrograms(own.memory)
    },
    sumOf(loss) {
      const own = memory()
      return own ? sumAt(loss, own.memory.buffer, workOf(own)) : lossFunctions[loss].sum
    },
    layer(dense) {
      const own = placed([dense])
      return own ? layerAt(dense, own) : instead.layer(dense)
    },
    passes(layers) {
      const [first, ...rest] = layers
      const [own, running] = [placed(layers), memory()]
      if (!own || !running || !first) return undefined
      const whole = unrolled(layers, running, (l) => own.at + l * bytesOfLayer)
      return passesAt(whole ?? loopedPasses(own, layers.length), [first, ...rest], own)
    },
  }
}

/** A module at work, and the places in its memory, which are given away one behind the other. */
function allocating(module: object, bytes: number) {
  const running = run(module, bytes)
  if (!running) return undefined
  const { memory, exports } = running
  const size = memory.buffer.byteLength - 4 * bytesOfVector
  const next = (at: number) => Math.ceil(at / bytesOfVector) * bytesOfVector
  let free = next((exports.base as { readonly value: number }).value)
  return {
    ...running,
    /** Nothing where so many bytes have no room. */
    place(count: number): number | undefined {
      const at = free
      if (at + count > size) return undefined
      free = next(at + count)
      return at
    },
  }
}
