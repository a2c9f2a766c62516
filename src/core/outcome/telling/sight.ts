// What can be known of a typed function by looking: that it is lower elsewhere, or that it bends up wherever one looks.
import { compileFunction } from '../../language/program.ts'
import type { Loss } from '../../loss/loss.ts'
import { type Grid, gridAround, type Place } from '../around.ts'
import { lowerGround } from '../lowerGround.ts'

type Point = readonly number[]

/** As many times the size of the point: near, and ever further and more coarsely. */
const reaches = [2, 10, 50, 250, 1250]

interface Seen {
  readonly from: string
  readonly place: Place | undefined
}

/** While a slider is dragged, many runs end at one minimum. */
const seen = new WeakMap<Loss, Seen>()

/** A place that is lower than a minimum, near or far. */
export function lowerInSight(loss: Loss, at: Point, sign: 1 | -1 = 1): Place | undefined {
  const from = `${sign} ${at}`
  const known = seen.get(loss)
  if (known?.from === from) return known.place
  let place: Place | undefined
  for (const reach of reaches) place ??= lowerGround(loss, at, reach, sign)
  seen.set(loss, { from, place })
  return place
}

/** Of the values: what rounding may take from a bend. */
const rounding = 1e-9

/** In more variables there are too many ways to bend down. */
const mostBent = 2

const bowls = new WeakMap<Loss, { readonly from: string; readonly is: boolean }>()

/** Whether a function of one or two variables bends down nowhere that is looked at: then it has one minimum. */
export function isBowl(loss: Loss, at: Point, sign: 1 | -1 = 1): boolean {
  if (at.length > mostBent) return false
  const from = `${sign} ${at}`
  const known = bowls.get(loss)
  if (known?.from === from) return known.is
  const is = bendsUpAround(loss, at, sign)
  bowls.set(loss, { from, is })
  return is
}

function bendsUpAround(loss: Loss, at: Point, sign: 1 | -1): boolean {
  const f = compileFunction(loss.expression, loss.variables)
  const value = (...point: number[]) => sign * f(...point)
  return reaches.every((reach) => bendsUp(gridAround(value, at, reach)))
}

/** In rows, columns and diagonals; places without a value tell nothing. */
function bendsUp({ values, side }: Grid): boolean {
  if (values.length === 0) return false
  const ways = values.length > side ? [1, side, side + 1, side - 1] : [1]
  return values.every((f, k) => {
    const isInside = k % side > 0 && k % side < side - 1
    return ways.every((way) => {
      const [a, b] = [values[k - way] ?? Number.NaN, values[k + way] ?? Number.NaN]
      const bend = a - 2 * f + b
      return !isInside || !(bend < -rounding * (Math.abs(a) + Math.abs(f) + Math.abs(b)))
    })
  })
}
