// A shuffle as WebAssembly: Philox multiplies words of 32 bits, whose products have 64, and a small network is trained in
// little more time than JavaScript takes to draw for its points.
import { engine } from '../../engine.ts'
import { fractionParts, keyOf, philoxParts } from '../../random.ts'
import {
  constant,
  get,
  i32,
  i64,
  leaveIf,
  loadWhole,
  loop,
  moduleOf,
  plain,
  set,
  storeWhole,
  whole,
} from '../../wasm.ts'

interface Drawn {
  readonly seed: number
  /** What the draws are for: their first counter. The second one is the epoch, the third one the place. */
  readonly purpose: number
}

/** An order, and who mixes it anew for an epoch, beginning with 0, 1, 2, … */
export interface Mixing {
  readonly order: Uint32Array
  mix(epoch: number): void
}

const [bytesOfPage, bytesOfWord] = [65_536, 4]

/** Nothing where WebAssembly is not there or not allowed. */
export function emittedMixing(count: number, drawn: Drawn): Mixing | undefined {
  if (!engine || count < 2) return undefined
  try {
    const initial = Math.ceil((count * bytesOfWord) / bytesOfPage)
    const memory = new engine.Memory({ initial })
    const module = new engine.Module(moduleFor(count, drawn))
    const { exports } = new engine.Instance(module, { core: { memory } })
    const mixed = exports.rounds as (epoch: number) => void
    const order = new Uint32Array(memory.buffer, 0, count)
    const straight = Uint32Array.from(order, (_, i) => i)
    const mix = (epoch: number) => {
      order.set(straight)
      mixed(epoch)
    }
    return { order, mix }
  } catch {
    return undefined
  }
}

/** Locals: the epoch, the place and where it goes, what changes there, the four words and two products. */
const [epoch, i, j, kept, a, b, c, d, p, q] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

const moduleFor = (count: number, drawn: Drawn) =>
  moduleOf({
    imports: [],
    locals: [
      [7, i32],
      [2, i64],
    ],
    body: [
      ...[...whole(count - 1), ...set(i), ...loop],
      ...[...words(drawn), ...fraction],
      ...[...get(i), ...whole(1), plain.addWhole, plain.fromUnsigned, plain.times],
      ...[plain.toUnsigned, ...whole(bytesOfWord), plain.timesWhole, ...set(j)],
      ...swap,
      ...[...get(i), ...whole(-1), plain.addWhole, ...set(i)],
      ...[...get(i), ...leaveIf(0), plain.end],
      ...get(i),
    ],
  })

/** As random.ts has them. */
function words({ seed, purpose }: Drawn): number[] {
  const { rounds, multipliers, increments } = philoxParts
  const [k, l] = keyOf(seed)
  const times = (word: number, by: number) => [
    ...[...get(word), plain.toLong, ...whole(by | 0), plain.toLong, plain.timesLong],
  ]
  const upper = (product: number) => [
    ...[...get(product), ...whole(32), plain.toLong, plain.downLong, plain.fromLong],
  ]
  const mixedWith = (word: number, key: number) => [
    ...[...get(word), plain.differWhole, ...whole(key | 0), plain.differWhole],
  ]
  const round = (_: unknown, r: number) => [
    ...[...times(a, multipliers[0]), ...set(p), ...times(c, multipliers[1]), ...set(q)],
    ...[...upper(q), ...mixedWith(b, k + r * increments[0]), ...set(a)],
    ...[...get(q), plain.fromLong, ...set(b)],
    ...[...upper(p), ...mixedWith(d, l + r * increments[1]), ...set(c)],
    ...[...get(p), plain.fromLong, ...set(d)],
  ]
  return [
    ...[...whole(purpose), ...set(a), ...get(epoch), ...set(b)],
    ...[...get(i), ...set(c), ...whole(0), ...set(d)],
    ...Array.from({ length: rounds }, round).flat(),
  ]
}

const { shifts, scale, size } = fractionParts
const bits = (word: number, shift: number) => [
  ...[...get(word), ...whole(shift), plain.downWhole, plain.fromUnsigned],
]
const fraction = [
  ...[...bits(a, shifts[0]), ...constant(scale), plain.times],
  ...[...bits(b, shifts[1]), plain.add, ...constant(1 / size), plain.times],
]

const place = [...get(i), ...whole(bytesOfWord), plain.timesWhole]
const swap = [
  ...[...place, ...loadWhole(0), ...set(kept)],
  ...[...place, ...get(j), ...loadWhole(0), ...storeWhole(0)],
  ...[...get(j), ...get(kept), ...storeWhole(0)],
]
