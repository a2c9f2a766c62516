import { gradient } from '../language/derivative.ts'
import type { Expression } from '../language/expression.ts'
import { compileFunction } from '../language/program.ts'
import { isAsDeep } from './knownMinima.ts'
import type { Loss } from './loss.ts'

export interface Minimum {
  readonly x: number
  readonly f: number
  /** Nothing else in view or in the catalogue is deeper; others may be as deep. */
  readonly deepest: boolean
}

const cells = 1000
const halvings = 60

/**
 * The minima of a function of one variable on an interval: the catalogue's, and those found where the slope changes
 * from falling to rising.
 */
export function minimaOn(loss: Loss, [from, to]: readonly [number, number]): Minimum[] {
  const f = compileFunction(loss.expression, loss.variables)
  const slope = compileFunction(
    gradient(loss.expression, loss.variables)[0] as Expression,
    loss.variables,
  )
  const known = loss.minima.map((at) => at[0] as number)
  const near = (x: number) => known.some((other) => Math.abs(other - x) < (to - from) / cells)
  const found = rises(slope, from, to).filter((x) => isLow(f, x) && !near(x))
  const all = [...known, ...found].map((x) => ({ x, f: f(x) }))
  const deepest = Math.min(...all.map((minimum) => minimum.f))
  return all
    .filter(({ x }) => x >= from && x <= to)
    .map((minimum) => ({
      ...minimum,
      deepest: isAsDeep(minimum.f, deepest),
    }))
}

/** Where a function changes from below 0 to above, by bisection. */
function rises(g: (x: number) => number, from: number, to: number): number[] {
  const places: number[] = []
  const at = (i: number) => from + ((to - from) * i) / cells
  for (let i = 0; i < cells; i++) {
    let [low, high] = [at(i), at(i + 1)]
    if (!(g(low) < 0 && g(high) >= 0)) continue
    for (let j = 0; j < halvings; j++) {
      const middle = (low + high) / 2
      if (g(middle) < 0) low = middle
      else high = middle
    }
    places.push(high)
  }
  return places
}

/** A pole changes sign too, but nothing is low there. */
const isLow = (f: (x: number) => number, x: number) =>
  Number.isFinite(f(x)) && f(x) <= f(x - 1e-3) && f(x) <= f(x + 1e-3)
