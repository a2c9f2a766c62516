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
/** Parts of the way between two minima, at whose ends it is looked. */
const parts = 32

/**
 * Whether a minimum of a function of one or two variables is not the only one that deep: there is another one around,
 * behind higher ground.
 * @param sign −1 for whoever climbs: a maximum
 */
export function hasTwin(loss: Loss, at: Point, sign: 1 | -1 = 1): boolean {
  const f = compileFunction(loss.expression, loss.variables)
  const value = (...point: number[]) => sign * f(...point)
  const level = value(...at)
  const height = (other: Point, share: number) =>
    value(...at.map((v, i) => v + share * ((other[i] as number) - v)))
  const isLevel = (height: number) => isAsDeep(height, level) && isAsDeep(level, height)
  const isTwin = (other: Point) =>
    isLevel(height(other, 1)) &&
    // Otherwise they are two places of one floor.
    Array.from({ length: parts }, (_, i) => height(other, i / parts)).some((f) => !isLevel(f))
  return reaches.some((reach) => {
    const grid = gridAround(value, at, reach)
    const aside = near * grid.spacing
    return valleysOf(grid).some((valley) => {
      const low = apart(valley, at) > aside && minimumNear(loss, valley, aside, sign)
      return low && isTwin(low)
    })
  })
}

/** The samples that are not higher than those beside them, the lowest first. */
function valleysOf({ values, side, pointOf }: Grid): Point[] {
  const strides = values.length > side ? [1, -1, side, -side] : [1, -1]
  const isLow = (f: number, k: number) =>
    strides.every((stride) => f <= (values[k + stride] ?? Number.NaN))
  return [...values.keys()]
    .filter((k) => isLow(values[k] as number, k))
    .sort((a, b) => (values[a] as number) - (values[b] as number))
    .slice(0, mostValleys)
    .map(pointOf)
}
