// Of the minima that are known: which one a point is near, which one is deepest.
import { apart } from '../geometry.ts'
import { compileFunction } from '../language/program.ts'
import type { Loss } from './loss.ts'

type Point = readonly number[]

const leastBy = (points: readonly Point[], measure: (at: Point) => number): Point | undefined =>
  points.reduce<Point | undefined>(
    (best, at) => (best && measure(best) <= measure(at) ? best : at),
    undefined,
  )

export function deepestMinimum({ minima, expression, variables }: Loss): Point | undefined {
  const f = compileFunction(expression, variables)
  return leastBy(minima, (at) => f(...at))
}

export const nearestMinimum = ({ minima }: Loss, point: ArrayLike<number>): Point | undefined =>
  leastBy(minima, (at) => apart(at, point))
