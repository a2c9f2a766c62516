// The products of a layer, written down for its size: every address but that of a row is known, and all sums of a tile stay
// in registers.
import { get, set, bytesOfNumber as size } from '../../wasm.ts'
import type { Dense } from '../kernel.ts'
import { type Pair, pairs, parted, parts, tall, upTo, wide } from './tiles.ts'
import {
  added,
  type Code,
  factor,
  forRows,
  from,
  loaded,
  nothing,
  ofBias,
  picked,
  plus,
  spread,
  stored,
  sum,
  sums,
  to,
} from './writing.ts'

/** z = x·Wᵀ + b. Even and odd inputs are summed beside each other. */
export function forwardOf({ inputs, units, weight, bias }: Dense): Code {
  const terms = (height: number, own: readonly number[]) =>
    pairs(inputs).map(({ at, isWhole }) => [
      own.map((u, k) => [
        loaded({ bytes: weight.byteOffset + size * (u * inputs + at) }, isWhole),
        set(factor(k)),
      ]),
      upTo(height).map((r) => [
        [loaded({ base: from, bytes: size * (r * inputs + at) }, isWhole), set(factor(tall))],
        own.map((_, k) => added(sum(tall * r + k), factor(k), factor(tall), at === 0)),
      ]),
    ])
  const answers = (r: number, own: readonly number[]) =>
    pairs(own.length).map(({ at: k, isWhole }) => {
      const [a, b] = [sum(tall * r + k), sum(tall * r + k + (isWhole ? 1 : 0))].map(get)
      const u = own[k] as number
      const both = [picked(a as Code, b as Code, 0), picked(a as Code, b as Code, 1), plus]
      const answer = [both, loaded({ bytes: bias.byteOffset + size * u }, isWhole), plus]
      return stored({ base: to, bytes: size * (r * units + u) }, answer, isWhole)
    })
  return forRows({ from: size * inputs, to: size * units }, (height) =>
    parts(units, tall).map((own) => [terms(height, own), upTo(height).map((r) => answers(r, own))]),
  )
}

/** δ by x = δ·W. */
export function backwardOf({ inputs, units, weight }: Dense): Code {
  const terms = (height: number, own: readonly Pair[]) =>
    upTo(units).map((u) => [
      own.map(({ at, isWhole }, k) => [
        loaded({ bytes: weight.byteOffset + size * (u * inputs + at) }, isWhole),
        set(factor(k)),
      ]),
      upTo(height).map((r) => [
        [spread({ base: from, bytes: size * (r * units + u) }), set(factor(wide))],
        own.map((_, k) => added(sum(wide * r + k), factor(k), factor(wide), u === 0)),
      ]),
    ])
  const slopes = (r: number, own: readonly Pair[]) =>
    own.map(({ at, isWhole }, k) =>
      stored({ base: to, bytes: size * (r * inputs + at) }, get(sum(wide * r + k)), isWhole),
    )
  return forRows({ from: size * units, to: size * inputs }, (height) =>
    parted(pairs(inputs), wide).map((own) => [
      terms(height, own),
      upTo(height).map((r) => slopes(r, own)),
    ]),
  )
}

/** Sums that have room in the registers of a processor beside what they are made of. */
const inRegisters = 10

/**
 * ∂W = δᵀ·x and ∂b, the sums of the columns of δ: as many units and inputs as have room in registers, for all rows.
 * @param begin to the first rows of x and δ
 */
export function gradientOf(dense: Dense, begin: Code): Code {
  const { inputs, units } = dense
  const all = pairs(inputs)
  const high = Math.min(tall, Math.floor(inRegisters / (Math.min(wide, all.length) + 1)))
  return parts(units, high).map((own) =>
    parted(all, Math.min(sums, Math.floor(inRegisters / own.length) - 1)).map((some, p) => {
      const strides = { from: size * inputs, to: size * units }
      const part = { own, some, hasBiases: p === 0 }
      const begun = [...own.keys()].flatMap((k) => [
        ...[...some.keys()].map((v) => sum(some.length * k + v)),
        ofBias(k),
      ])
      return [
        [begin, begun.map((local) => [nothing, set(local)])],
        forRows(strides, (height) => upTo(height).map((r) => slopesOfRow(dense, r, part))),
        gradientStored(dense, part),
      ]
    }),
  )
}

/** Units of a tile, and what they are given. */
interface Part {
  readonly own: readonly number[]
  readonly some: readonly Pair[]
  readonly hasBiases: boolean
}

const slopesOfRow = ({ inputs, units }: Dense, r: number, { own, some, hasBiases }: Part): Code => [
  own.map((u, k) => [
    [spread({ base: to, bytes: size * (r * units + u) }), set(factor(k))],
    hasBiases ? [get(factor(k)), get(ofBias(k)), plus, set(ofBias(k))] : [],
  ]),
  some.map(({ at, isWhole }, v) => [
    [loaded({ base: from, bytes: size * (r * inputs + at) }, isWhole), set(factor(tall))],
    own.map((_, k) => added(sum(some.length * k + v), factor(k), factor(tall))),
  ]),
]

const gradientStored = (
  { inputs, weightGradient, biasGradient }: Dense,
  { own, some, hasBiases }: Part,
): Code =>
  own.map((u, k) => [
    some.map(({ at, isWhole }, v) =>
      stored(
        { bytes: weightGradient.byteOffset + size * (u * inputs + at) },
        get(sum(some.length * k + v)),
        isWhole,
      ),
    ),
    hasBiases ? stored({ bytes: biasGradient.byteOffset + size * u }, get(ofBias(k)), false) : [],
  ])
