// What a step reads that is another value each time, wherever the point is: its number, powers of it, noise.
import { countName } from './registers.ts'
import type { Step } from './step.ts'

export interface Varying {
  readonly register: number
  /** Writes down its values in so many steps, that from k to k + 1 first. */
  readonly fill: (into: Float64Array, at: number, k: number, count: number) => void
}

/** Gives a step what it reads. */
export function vary(varying: readonly Varying[], memory: Float64Array, k: number): void {
  for (const { register, fill } of varying) fill(memory, register, k, 1)
}

/** The number of the step, counted from where the optimizer was new. */
export function countOf({ program }: Step, began: number): Varying[] {
  const register = program.input(countName)
  if (register === undefined) return []
  return [{ register, fill: filling((k) => k + 1 - began) }]
}

export const filling =
  (valueAt: (k: number) => number): Varying['fill'] =>
  (into, at, k, count) => {
    for (let i = 0; i < count; i++) into[at + i] = valueAt(k + i)
  }
