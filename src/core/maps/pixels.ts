// The runs of some pixels: side by side where they are of one step, else one after the other.
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { laneCount } from '../kernel/lanes/team.ts'
import { manyRuns, type Ready } from '../runs/manyRuns.ts'
import '../runs/together.ts'
import { lastRun } from '../studies/turning.ts'
import { descentsOf, lineOf } from './descents.ts'
import { type Ending, endingOf, refused } from './endings.ts'
import { type ExactCrew, exactCrewsOf } from './exactCrews.ts'
import type { PreparedMap } from './prepareMap.ts'
import { measureOf } from './values.ts'

interface Pixel {
  readonly value: number
  readonly ending: Ending
}

/** A run that is ready, and where in a list of pixels it belongs. */
interface Placed extends Ready {
  readonly i: number
}

type Take = (i: number, pixel: Pixel) => void

const cannotStart: Pixel = { value: Number.NaN, ending: refused }

/**
 * Runs pixels of a map: a generator that takes what came of each, and yields nothing now and then.
 */
export function pixelsOf(map: PreparedMap) {
  const { prepared, size } = map
  const measure = measureOf(map)
  const told = (trace: Trace, own: Prepared, run: Run): Pixel => ({
    value: measure(trace, own.loss),
    ending: endingOf(trace, own, run),
  })
  const crewAt = exactCrewsOf(map)
  const [descentOf, runAll, mark] = [descentsOf(map), manyRuns(), lastRun(prepared)]
  const lineAt = lineOf(map)
  /** Those of one function one after the other: it is read and assembled once. */
  const lineByLine = (places: Uint32Array, all: readonly number[]): readonly number[] => {
    if (!lineAt) return all
    const line = (i: number) =>
      lineAt((places[i] as number) % size, Math.floor((places[i] as number) / size))
    return [...all].sort((a, b) => line(a) - line(b))
  }
  function* alone(places: Uint32Array, all: readonly number[], take: Take) {
    const ready: Placed[] = []
    for (const i of lineByLine(places, all)) {
      const place = places[i] as number
      const own = descentOf(place % size, Math.floor(place / size))
      if (own) ready.push({ i, prepared: own, run: lastRun(own) })
      else take(i, cannotStart)
    }
    yield* runAll(ready, ({ i, prepared: own, run }, trace) => take(i, told(trace, own, run)))
  }
  /** @returns those that must be looked up one by one */
  function* together(places: Uint32Array, take: Take): Generator<undefined, readonly number[]> {
    const crews = new Map<ExactCrew, number[]>()
    const others: number[] = []
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number
      const crew = crewAt?.(place % size, Math.floor(place / size))
      if (crew === 'refused') take(i, cannotStart)
      else (crew ? listOf(crews, crew) : others).push(i)
    }
    for (const [crew, all] of crews)
      for (let from = 0; from < all.length; from += laneCount) {
        const some = all.slice(from, from + laneCount)
        const traces = crew(some.map((i) => places[i] as number))
        if (!traces) others.push(...some)
        for (const [j, trace] of (traces ?? []).entries())
          take(some[j] as number, hasStarted(trace) ? told(trace, prepared, mark) : cannotStart)
        yield undefined
      }
    return others
  }
  return function* (places: Uint32Array, take: Take): Generator<undefined, void> {
    yield* alone(places, yield* together(places, take), take)
  }
}

/** The function has a value where it begins. */
const hasStarted = ({ f }: Trace): boolean => Number.isFinite(f[0])

function listOf<K>(lists: Map<K, number[]>, key: K): number[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
