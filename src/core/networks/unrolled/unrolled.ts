// core/networks/unrolled/: passes through a small network, written out as WebAssembly for the very sizes of its layers: loops
// over a few units take longer to turn round than to compute.
//
// Forward and backward, and both with the loss between them; activations and losses are those of kernels/assembly/.
import { engine } from '../../engine.ts'
import {
  block,
  call,
  f64,
  get,
  i32,
  leaveIf,
  moduleWith,
  plain,
  set,
  whole,
  zero,
} from '../../wasm.ts'
import type { Dense } from '../kernel.ts'
import type { Running } from '../kernels/engine.ts'
import { backwardOf, forwardOf, gradientOf } from './products.ts'
import { bytesOf, type Code, from, given, locals, to } from './writing.ts'

/** Networks of more parameters would be long functions, and loops cost them little. */
const most = 500

const isSmall = (layers: readonly Dense[]) =>
  layers.every(({ weight }) => weight instanceof Float64Array) &&
  layers.reduce((sum, { weight, bias }) => sum + weight.length + bias.length, 0) <= most

/** Through all layers: addresses and counts, a loss by its place among all. */
export interface WholePasses {
  readonly forward: (x: number, rows: number) => void
  readonly backward: (x: number, rows: number) => void
  /** Forward, and backward if the loss is finite. */
  readonly slope: (
    ...of: readonly [x: number, rows: number, targets: number, loss: number, factor: number]
  ) => number
}

const [activate, derive, loss, forward, backward] = [0, 1, 2, 3, 4]

const imports = [
  { name: 'activate64', takes: [i32, i32], gives: [] },
  { name: 'derive64', takes: [i32, i32], gives: [] },
  { name: 'loss64', takes: [i32, i32, i32, i32, i32, i32, f64], gives: [f64] },
]

/**
 * The passes of a network in double precision that is small enough.
 * @param kernels the module at work whose functions are called
 * @param placeOf where a layer is described
 * @returns nothing where there are loops for it, or where WebAssembly refuses
 */
export function unrolled(
  layers: readonly Dense[],
  { memory, exports }: Running,
  placeOf: (layer: number) => number,
): WholePasses | undefined {
  if (!isSmall(layers)) return undefined
  const known = (l: number): Code =>
    l === 0 ? get(given.x) : whole((layers[l - 1] as Dense).y.byteOffset)
  const through = (index: number, l: number): Code =>
    layers[l]?.activation === 'linear' ? [] : [whole(placeOf(l)), get(given.rows), call(index)]
  const ahead = layers.map(
    (layer, l): Code => [
      ...[known(l), set(from), whole(layer.z.byteOffset), set(to)],
      ...[forwardOf(layer), through(activate, l)],
    ],
  )
  const back = layers.map((layer, l): Code => {
    const delta: Code = whole(layer.delta.byteOffset)
    const before = layers[l - 1]?.delta.byteOffset
    return [
      through(derive, l),
      gradientOf(layer, [known(l), set(from), delta, set(to)]),
      before === undefined ? [] : [delta, set(from), whole(before), set(to), backwardOf(layer)],
    ]
  })
  const passes = [
    { name: 'forward', ...pass, body: bytesOf(ahead) },
    { name: 'backward', ...pass, body: bytesOf(back.reverse()) },
    { name: 'slope', ...both, body: bytesOf(slopeOf(layers.at(-1) as Dense)) },
  ]
  return made(moduleWith(imports, passes), { ...exports, memory })
}

function made(bytes: Uint8Array<ArrayBuffer>, core: object): WholePasses | undefined {
  if (!engine) return undefined
  try {
    const { exports } = new engine.Instance(new engine.Module(bytes), { core })
    return exports as unknown as WholePasses
  } catch {
    return undefined
  }
}

const pass = { takes: [i32, i32], gives: [], locals }

/** Of the function of both passes: what it is given beside the rows, and what it keeps. */
const [targets, kind, factor, sum] = [2, 3, 4, 5]
const both = { takes: [i32, i32, i32, i32, f64], gives: [f64], locals: [[1, f64]] } as const

/** Back where the loss is finite: what is not, less itself, is not 0. */
const slopeOf = ({ y, delta, units }: Dense): Code => [
  [get(given.x), get(given.rows), call(forward)],
  [get(kind), whole(y.byteOffset), get(targets), whole(delta.byteOffset)],
  [get(given.rows), whole(units), get(factor), call(loss), set(sum)],
  [block, get(sum), get(sum), plain.subtract, zero, plain.differs, leaveIf(0)],
  [get(given.x), get(given.rows), call(backward), plain.end, get(sum)],
]
