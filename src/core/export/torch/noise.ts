// The noise of the gradient in Python: the same numbers as here, by the same rule.

import type { Prepared } from '../../experiment/prepare.ts'
import { float, indented } from './literal.ts'
import { fraction, philoxName, rounds } from './philox.ts'

const drawing = `def normal(seed, step, i):
    # Normally distributed; the same for the same three: ${philoxName}, Box and Muller.
    a, b, c, d = step, i, 0, 0
${indented(rounds)}
    u = ${fraction('a', 'b')}
    v = ${fraction('c', 'd')}
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
