// Whether a minimum has others around it that are as deep.
import { apart } from '../../geometry.ts'
import { compileFunction } from '../../language/program.ts'
import { isAsDeep } from '../../loss/knownMinima.ts'
import type { Loss } from '../../loss/loss.ts'
import { minimumNear } from '../../loss/minimumNear.ts'
import { type Grid, gridAround } from '../around.ts'

type Point = readonly number[]

/** Looked near and far: as many times the size of the point. */
const reaches = [2, 8]
/** Of each look, so many of the lowest valleys are followed down. */
const mostValleys = 6
/** In spacings of the samples: a valley that is no further away is that of the place itself. */
const near = 2
/** Points of the way between two minima that are looked at. */
const between = 32

/**
 * Whether a minimum of a function of one or two variables is not the only one that deep: there is another one around,
 * behind higher ground.
 * @param sign −1 for whoever climbs: a maximum
 */
export function hasTwin(loss: Loss, at: Point, sign: 1 | -1 = 1): boolean {
  const f = compileFunction(loss.expression, loss.variables)
  const value = (...point: number[]) => sign * f(...point)
  const level = value(...at)
  const isTwin = (other: Point) =>
    isAsDeep(value(...other), level) &&
    isAsDeep(level, value(...other)) &&
    isHigherBetween(value, at, other)
  return reaches.some((reach) => {
    const grid = gridAround(value, at, reach)
    return valleysOf(grid).some((valley) => {
      if (apart(valley, at) < near * grid.spacing) return false
      const low = minimumNear(loss, valley, near * grid.spacing, sign)
      return low !== undefined && isTwin(low)
    })
  })
}

/** The samples that are not higher than those beside them, the lowest first. */
function valleysOf({ values, side, pointOf }: Grid): Point[] {
  const strides = values.length > side ? [1, side] : [1]
  const valleys: { readonly k: number; readonly f: number }[] = []
  values.forEach((f, k) => {
    const isLow = (other?: number) => other !== undefined && f <= other
    if (strides.every((stride) => isLow(values[k - stride]) && isLow(values[k + stride])))
      valleys.push({ k, f })
  })
  valleys.sort((a, b) => a.f - b.f)
  return valleys.slice(0, mostValleys).map(({ k }) => pointOf(k))
}

/** Otherwise they are two places of one floor. */
function isHigherBetween(value: (...at: number[]) => number, at: Point, other: Point): boolean {
  const level = value(...at)
  return Array.from({ length: between }, (_, i) => (i + 1) / (between + 1)).some(
    (share) => !isAsDeep(value(...at.map((v, i) => v + share * ((other[i] as number) - v))), level),
  )
}
