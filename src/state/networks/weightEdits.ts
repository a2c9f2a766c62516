// Weights by hand: from a network as it stands, with one number that someone chose, training begins anew.
import type { Floats } from '../../core/networks/floats.ts'
import { type Architecture, tensorShapes } from '../../core/networks/network.ts'
import { asOf, type Edit } from './changes.ts'

/** A network that was trained for so many batches. */
export interface Standing {
  readonly architecture: Architecture
  readonly parameters: Floats
  readonly step: number
}

/**
 * The network as it stands, with another number in one place, as the beginning of a training with the settings that hold
 * there. What was trained before is no part of it.
 * @param index of the parameter, in PyTorch's order
 */
export const setWeight =
  ({ architecture, parameters, step }: Standing, index: number, value: number): Edit =>
  (experiment) => {
    const { at: _, changes: __, ...rest } = asOf(experiment, step)
    const numbers = Array.from(parameters, shortest)
    numbers[index] = value
    let from = 0
    const weights = tensorShapes(architecture).map((shape) => {
      const size = shape.reduce((a, b) => a * b)
      from += size
      return numbers.slice(from - size, from)
    })
    return { ...rest, weights }
  }

/** Every number of single precision is written by so many figures, and none is by fewer than the first. */
const figures = [6, 7, 8, 9]

/** A number of single precision as the shortest decimal that reads back to it: 0.1, not 0.10000000149011612. */
export function shortest(value: number): number {
  if (Math.fround(value) !== value) return value
  for (const count of figures) {
    const short = Number(value.toPrecision(count))
    if (Math.fround(short) === value) return short
  }
  return value
}
