// Whether it is lower somewhere around a place.
import { compileFunction } from '../language/program.ts'
import type { Loss } from '../loss/loss.ts'
import { isDeeper } from './better.ts'

type Point = readonly number[]

/** Samples in all, and how far they reach: as many times the size of the point. */
const [samples, reach] = [2000, 2]

interface Place {
  readonly at: Point
  readonly f: number
}

/** A place around a minimum that is lower still: the lowest of a grid; with more than two variables nobody looks. */
export function lowerGround(loss: Loss, at: Point): Place | undefined {
  const d = at.length
  if (d > 2) return undefined
  const value = compileFunction(loss.expression, loss.variables)
  const half = reach * (1 + Math.hypot(...at))
  const side = Math.round(samples ** (1 / d))
  const along = (i: number) => half * ((2 * i) / (side - 1) - 1)
  const level = value(...at)
  let lowest: Place | undefined
  for (let k = 0; k < side ** d; k++) {
    const offsets = [along(k % side), along(Math.floor(k / side))]
    const point = at.map((v, i) => v + (offsets[i] as number))
    const f = value(...point)
    if (isDeeper(f, level) && !(f >= (lowest?.f ?? Infinity))) lowest = { at: point, f }
  }
  return lowest
}
