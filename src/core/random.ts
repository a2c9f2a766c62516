// Random numbers without a state: a draw depends on the seed and on what it is for, and on nothing else. So any order
// of asking, every run of a race and a script in another language get the same ones.
import { cos, ln } from './elementary.ts'

/** What Philox4x32-10 is made of (Salmon, Moraes, Dror & Shaw 2011); PyTorch draws with it on graphics cards. */
export const philoxParts = {
  rounds: 10,
  multipliers: [0xd2511f53, 0xcd9e8d57],
  /** What is added to the key in each round: the golden ratio and √3 − 1. */
  increments: [0x9e3779b9, 0xbb67ae85],
} as const

type Words = readonly [number, number, number, number]

const { rounds, multipliers, increments } = philoxParts
const [first, second] = multipliers
const [golden, root] = increments

/**
 * Four words of 32 bits that are as good as chance.
 * Source: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"
 */
export function philox(key: readonly [number, number], counter: Words): Words {
  // Taken by index, and words as signed numbers on the way: so fast is what a shuffle asks for a point at a time.
  let a = counter[0] | 0
  let b = counter[1] | 0
  let c = counter[2] | 0
  let d = counter[3] | 0
  let k = key[0] | 0
  let l = key[1] | 0
  for (let round = 0; round < rounds; round++) {
    const high = upper(c, second)
    const low = upper(a, first)
    const under = Math.imul(first, a)
    a = high ^ b ^ k
    b = Math.imul(second, c)
    c = low ^ d ^ l
    d = under
    k = (k + golden) | 0
    l = (l + root) | 0
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0]
}

const word = 2 ** 32

/** The upper word of a product of two words, from the products of their halves. */
function upper(a: number, b: number): number {
  const p = Math.imul(a >>> 16, b & 0xffff)
  const q = Math.imul(a & 0xffff, b >>> 16)
  const middle = (Math.imul(a & 0xffff, b & 0xffff) >>> 16) + (p & 0xffff) + (q & 0xffff)
  return (Math.imul(a >>> 16, b >>> 16) + (p >>> 16) + (q >>> 16) + (middle >>> 16)) | 0
}

/** How the 53 bits of a number in [0, 1) are put together from two words: the upper 27 of one, the upper 26 of the other. */
export const fractionParts = { shifts: [5, 6], scale: 2 ** 26, size: 2 ** 53 } as const

const fraction = (a: number, b: number) =>
  ((a >>> fractionParts.shifts[0]) * fractionParts.scale + (b >>> fractionParts.shifts[1])) /
  fractionParts.size

/** A seed (a whole number below 2⁵³) as a key. */
export const keyOf = (seed: number): readonly [number, number] => [
  seed >>> 0,
  Math.floor(seed / word),
]

/** The words for a seed and up to four counters (whole numbers below 2³²). */
const wordsFor = (seed: number, counters: readonly number[]) =>
  philox(keyOf(seed), [counters[0] ?? 0, counters[1] ?? 0, counters[2] ?? 0, counters[3] ?? 0])

/** Evenly spread over [0, 1). */
export function uniform(seed: number, ...counters: readonly number[]): number {
  const words = wordsFor(seed, counters)
  return fraction(words[0], words[1])
}

/**
 * Normally distributed, with mean 0 and standard deviation 1.
 * Source: Box & Muller 1958
 */
export function normal(seed: number, ...counters: readonly number[]): number {
  const [a, b, c, d] = wordsFor(seed, counters)
  return Math.sqrt(-2 * ln(1 - fraction(a, b))) * cos(2 * Math.PI * fraction(c, d))
}
