// How high a minimum lies.
import { compileFunction } from '../language/program.ts'
import type { Loss } from './loss.ts'

/** Of a coordinate: its last bits. */
const lastBits = 2 ** -51

/** The loss at a point that was searched for; 0 where the last bits of the point change all of it. */
export function heightAt({ expression, variables }: Loss, at: readonly number[]): number {
  const f = compileFunction(expression, variables)
  const height = f(...at)
  const changes = at.flatMap((value, i) =>
    [-lastBits, lastBits].map((share) => f(...at.with(i, value + share * value)) - height),
  )
  return changes.some((change) => Math.abs(change) >= Math.abs(height)) ? 0 : height
}
