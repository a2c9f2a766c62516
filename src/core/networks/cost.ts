// What a network takes, in multiplications: known before it is there.
import type { Architecture } from './network.ts'
import { shapesOf, sizeOf } from './network.ts'
import { isPrecise } from './precision.ts'

/** The activation of a unit takes as long as so many. */
const perUnit = 20

/** What the answer to one point takes. */
export function costOf(architecture: Architecture): number {
  const units = architecture.hidden.reduce((sum, some) => sum + some, 0)
  return sizeOf(architecture) + perUnit * units
}

/** Forward, and twice as much backward: the slopes by the weights, and by what each layer was given. */
const passes = 3
/** Double precision has half as many numbers in a vector, and longer activations. */
const inDouble = 4

/** What the slope of a batch takes, in multiplications of single precision. */
export const costOfSlope = (architecture: Architecture, batch: number): number =>
  passes * costOf(architecture) * batch * (isPrecise(sizeOf(architecture)) ? inDouble : 1)

/** What it takes to measure how good the answers to some points are. */
export const costOfMeasuring = (architecture: Architecture, points: number): number =>
  costOfSlope(architecture, points) / passes

/** What Newton-Schulz iterations of all weight matrices take. */
export const costOfIterations = (architecture: Architecture, steps: number): number =>
  shapesOf(architecture).reduce((sum, { units, inputs }) => {
    const [m, n] = [Math.min(units, inputs), Math.max(units, inputs)]
    return sum + steps * (2 * m * m * n + m ** 3)
  }, 0)
