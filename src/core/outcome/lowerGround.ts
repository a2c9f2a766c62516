// Whether it is lower somewhere around a place.
import { compileFunction } from '../language/program.ts'
import type { Loss } from '../loss/loss.ts'
import { gridAround, type Place } from './around.ts'
import { isDeeper } from './better.ts'

/** As many times the size of the point. */
const around = 2

/**
 * A place around a minimum that is lower still: the lowest of a grid.
 * @param sign −1 for whoever climbs: a place that is higher
 */
export function lowerGround(
  loss: Loss,
  at: readonly number[],
  reach = around,
  sign: 1 | -1 = 1,
): Place | undefined {
  const f = compileFunction(loss.expression, loss.variables)
  const value = (...point: number[]) => sign * f(...point)
  const { values, pointOf } = gridAround(value, at, reach)
  const lowest = values.reduce((best, f, k) => (f >= (values[best] ?? Infinity) ? best : k), -1)
  const least = values[lowest] ?? Number.NaN
  return isDeeper(least, value(...at)) ? { at: pointOf(lowest), f: sign * least } : undefined
}
