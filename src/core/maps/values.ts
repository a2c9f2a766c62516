// The value of a pixel: what a map shows of a run.
import type { Trace } from '../descent/trace.ts'
import { compileFunction } from '../language/program.ts'
import { deepestMinima } from '../loss/knownMinima.ts'
import type { Loss } from '../loss/loss.ts'
import type { PreparedMap } from './prepareMap.ts'

/** @param best the value of the best known minimum, NaN if none is known */
type Value = (trace: Trace, best: number, tolerance: number) => number

/** By what a map shows. */
const values: Readonly<Record<PreparedMap['show'], Value>> = {
  outcome: ({ outcome }) => outcome.step,
  steps: ({ f }, best, tolerance) => {
    const first = f.findIndex((value) => value - best <= tolerance)
    return first < 0 ? Number.NaN : first
  },
  loss: ({ f }) => f.at(-1) as number,
  excursion: ({ x, f }) => {
    const d = x.length / f.length
    let furthest = 0
    for (let k = d; k < x.length; k += d) {
      let squares = 0
      for (let i = 0; i < d; i++) squares += ((x[k + i] as number) - (x[i] as number)) ** 2
      furthest = Math.max(furthest, squares)
    }
    return Math.sqrt(furthest)
  },
}

/** How the value of a pixel is read off its run. */
export function measureOf(map: PreparedMap) {
  const value = values[map.show]
  const goal = goalOf(map)
  return (trace: Trace, loss: Loss): number =>
    value(trace, map.show === 'steps' ? goal(loss) : Number.NaN, map.tolerance)
}

/** The value of the best minimum that is known; NaN where none is, as for whoever climbs. */
export function goalOf({ minima, prepared }: PreparedMap) {
  const bests = new WeakMap<Loss, number>()
  const climbs = prepared.runs.at(-1)?.settings.maximize === true
  return (loss: Loss): number => {
    if (climbs) return Number.NaN
    const known = bests.get(loss) ?? lowest(loss, loss.entry ? loss.minima : minima())
    bests.set(loss, known)
    return known
  }
}

function lowest(loss: Loss, minima: Loss['minima']): number {
  const [deepest] = deepestMinima({ ...loss, minima })
  return deepest ? compileFunction(loss.expression, loss.variables)(...deepest) : Number.NaN
}
