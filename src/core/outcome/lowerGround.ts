// Whether it is lower somewhere around a place.
import { compileFunction } from '../language/program.ts'
import type { Loss } from '../loss/loss.ts'
import { gridAround, type Place } from './around.ts'
import { isDeeper } from './better.ts'

/** As many times the size of the point. */
const reach = 2

/** A place around a minimum that is lower still: the lowest of a grid. */
export function lowerGround(loss: Loss, at: readonly number[]): Place | undefined {
  const value = compileFunction(loss.expression, loss.variables)
  const { values, pointOf } = gridAround(value, at, reach)
  const lowest = values.reduce((best, f, k) => (f >= (values[best] ?? Infinity) ? best : k), -1)
  const f = values[lowest] ?? Number.NaN
  return isDeeper(f, value(...at)) ? { at: pointOf(lowest), f } : undefined
}
