// The generator of random.ts in Python: it has no state, so that a script draws the same numbers.
import { fractionParts, philoxParts } from '../../random.ts'
import { indented } from './literal.ts'

const hex = (word: number) => `0x${word.toString(16).toUpperCase()}`

const [m, n] = philoxParts.multipliers.map(hex)
const [i, j] = philoxParts.increments.map(hex)
const [shift, other] = fractionParts.shifts
const bits = (size: number) => `2**${Math.log2(size)}`

export const philoxName = `Philox4x32-${philoxParts.rounds} (Salmon et al. 2011)`

/** Makes chance of the words a, b, c, d: whole numbers, or tensors of them, whose products wrap around. */
export const rounds = `mask = 0xFFFFFFFF
k, l = seed & mask, seed >> 32
for _ in range(${philoxParts.rounds}):
    p, q = ${m}*a, ${n}*c
    a, b, c, d = (q >> 32 & mask) ^ b ^ k, q & mask, (p >> 32 & mask) ^ d ^ l, p & mask
    k, l = (k + ${i}) & mask, (l + ${j}) & mask`

/** A number in [0, 1) from two words. */
export const fraction = (a: string, b: string): string =>
  `((${a} >> ${shift})*${bits(fractionParts.scale)} + (${b} >> ${other}))/${bits(fractionParts.size)}`

/** Four words for each counter. */
export const philoxText = `def philox(seed, a, b, c, d):
    # Four words of 32 bits that are as good as chance: ${philoxName}.
    a, b, c, d = torch.broadcast_tensors(*map(torch.as_tensor, (a, b, c, d)))
${indented(rounds)}
    return a, b, c, d`

/** Numbers in [0, 1), which take philoxText before them. */
export const uniformText = `def uniform(seed, a, b, c):
    # Evenly spread from 0 to 1.
    a, b, *_ = philox(seed, a, b, c, 0)
    return ${fraction('a', 'b')}`
