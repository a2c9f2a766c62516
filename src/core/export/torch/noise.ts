// The noise of the gradient in Python: the same numbers as here, by the same rule.

import type { Prepared } from '../../experiment/prepare.ts'
import { fractionParts, philoxParts } from '../../random.ts'
import { float } from './literal.ts'

const hex = (word: number) => `0x${word.toString(16).toUpperCase()}`

const [m, n] = philoxParts.multipliers.map(hex)
const [i, j] = philoxParts.increments.map(hex)
const [shift, other] = fractionParts.shifts
const bits = (size: number) => `2**${Math.log2(size)}`

const drawing = `def normal(seed, step, i):
    # Normally distributed; the same for the same three: Philox4x32-${philoxParts.rounds} (Salmon et al. 2011), Box and Muller.
    mask = 0xFFFFFFFF
    a, b, c, d = step, i, 0, 0
    k, l = seed & mask, seed >> 32
    for _ in range(${philoxParts.rounds}):
        p, q = ${m}*a, ${n}*c
        a, b, c, d = (q >> 32) ^ b ^ k, q & mask, (p >> 32) ^ d ^ l, p & mask
        k, l = (k + ${i}) & mask, (l + ${j}) & mask
    u = ((a >> ${shift})*${bits(fractionParts.scale)} + (b >> ${other}))/${bits(fractionParts.size)}
    v = ((c >> ${shift})*${bits(fractionParts.scale)} + (d >> ${other}))/${bits(fractionParts.size)}
    return math.sqrt(-2*math.log(1 - u))*math.cos(2*math.pi*v)`

const noise = (deviation: number, seed: number) => `def noise(step, point):
    # What a mini-batch makes of the gradient: the same for every call within a step.
    return [${float(deviation)}*normal(${seed}, step, i) for i in range(len(point))]`

const disturb = `def disturb(step, *point):
    for p, value in zip(point, noise(step, point)):
        p.grad += value`

const tilted = `def tilted(step, *point):
    # A slope more adds the noise to the gradient, and nothing to the second derivatives.
    return function(*point) + sum(value*p for p, value in zip(point, noise(step, point)))`

/** What a script with noise defines; only what its text calls. */
export function noiseTexts({ noise: deviation, seed }: Prepared, text: string): readonly string[] {
  if (deviation === 0) return []
  return [
    drawing,
    noise(deviation, seed),
    ...(text.includes('disturb(') ? [disturb] : []),
    ...(text.includes('tilted(') ? [tilted] : []),
  ]
}
