// Of the minima that are known: which one a point is near, which are deepest.
import { apart } from '../geometry.ts'
import { compileFunction } from '../language/program.ts'
import type { Loss } from './loss.ts'

type Point = readonly number[]

/** Of a value: what is looked for until its slope is small differs by less from another that is as deep. */
const tolerance = 1e-9

/** Whether what lies at f is as deep as some level, or deeper. */
export const isAsDeep = (f: number, level: number): boolean =>
  f <= level + tolerance * (1 + Math.abs(level))

/** All that are as deep as the deepest. */
export function deepestMinima({ minima, expression, variables }: Loss): readonly Point[] {
  const f = compileFunction(expression, variables)
  const deepest = Math.min(...minima.map((at) => f(...at)))
  return minima.filter((at) => isAsDeep(f(...at), deepest))
}

/**
 * Which of the known minima is the nearest one; of several that are as near the first.
 * @param from where the coordinates of the point begin, of many
 */
export function nearestMinimum(
  { minima }: Loss,
  point: ArrayLike<number>,
  from = 0,
): Point | undefined {
  let nearest: Point | undefined
  let least = Number.NaN
  for (const at of minima) {
    const far = apart(at, point, from)
    if (least <= far) continue
    nearest = at
    least = far
  }
  return nearest
}
