// Random numbers without a state: a draw depends on the seed and on what it is for, and on nothing else. So any order
// of asking, every run of a race and a script in another language get the same ones.

/** What Philox4x32-10 is made of (Salmon, Moraes, Dror & Shaw 2011); PyTorch draws with it on graphics cards. */
export const philoxParts = {
  rounds: 10,
  multipliers: [0xd2511f53, 0xcd9e8d57],
  /** What is added to the key in each round: the golden ratio and √3 − 1. */
  increments: [0x9e3779b9, 0xbb67ae85],
} as const

type Words = readonly [number, number, number, number]

/**
 * Four words of 32 bits that are as good as chance.
 * Source: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"
 */
export function philox(key: readonly [number, number], counter: Words): Words {
  const { rounds, multipliers, increments } = philoxParts
  let [a, b, c, d] = counter
  let [k, l] = key
  for (let round = 0; round < rounds; round++) {
    const [p, q] = [Math.imul(multipliers[0], a) >>> 0, Math.imul(multipliers[1], c) >>> 0]
    const [high, low] = [upper(multipliers[1], c, q), upper(multipliers[0], a, p)]
    a = (high ^ b ^ k) >>> 0
    c = (low ^ d ^ l) >>> 0
    b = q
    d = p
    k = (k + increments[0]) >>> 0
    l = (l + increments[1]) >>> 0
  }
  return [a, b, c, d]
}

const word = 2 ** 32

/** The upper word of a product of two words whose lower one is known: it leaves an error of 2⁻²¹ to be rounded away. */
const upper = (a: number, b: number, lower: number) => Math.round((a * b - lower) / word)

/** How the 53 bits of a number in [0, 1) are put together from two words: the upper 27 of one, the upper 26 of the other. */
export const fractionParts = { shifts: [5, 6], scale: 2 ** 26, size: 2 ** 53 } as const

const fraction = (a: number, b: number) =>
  ((a >>> fractionParts.shifts[0]) * fractionParts.scale + (b >>> fractionParts.shifts[1])) /
  fractionParts.size

/** The words for a seed (a whole number below 2⁵³) and up to four counters (whole numbers below 2³²). */
const wordsFor = (seed: number, [a = 0, b = 0, c = 0, d = 0]: readonly number[]) =>
  philox([seed >>> 0, Math.floor(seed / word)], [a, b, c, d])

/** Evenly spread over [0, 1). */
export function uniform(seed: number, ...counters: readonly number[]): number {
  const [a, b] = wordsFor(seed, counters)
  return fraction(a, b)
}

/**
 * Normally distributed, with mean 0 and standard deviation 1.
 * Source: Box & Muller 1958
 */
export function normal(seed: number, ...counters: readonly number[]): number {
  const [a, b, c, d] = wordsFor(seed, counters)
  return Math.sqrt(-2 * Math.log(1 - fraction(a, b))) * Math.cos(2 * Math.PI * fraction(c, d))
}
