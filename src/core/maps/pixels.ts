// The runs of some pixels: side by side where they are of one step, else one after the other.
import type { Step } from '../descent/step.ts'
import type { Trace } from '../descent/trace.ts'
import type { Run } from '../experiment/prepare.ts'
import '../kernel/kernel.ts'
import { laneCount } from '../kernel/lanes/team.ts'
import { descend, stepFor } from '../runs/descend.ts'
import { lastRun } from '../studies/turning.ts'
import { descentsOf } from './descents.ts'
import { type Ending, endingOf, refused } from './endings.ts'
import type { PreparedMap } from './prepareMap.ts'
import { canTakeSides, type Ready, sidesOf } from './sideBySide.ts'
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

/**
 * Runs pixels of a map: a generator that takes what came of each, and yields nothing now and then.
 */
export function pixelsOf(map: PreparedMap) {
  const descentOf = descentsOf(map)
  const measure = measureOf(map)
  const sides = new WeakMap<Step, ReturnType<typeof sidesOf>>()
  const d = map.prepared.loss.variables.length
  // Where the function itself changes, every pixel has a step of its own.
  const isOne = ![map.x, map.y].some(({ kind }) => kind === 'param')
  const told = ({ prepared, run }: Ready, trace: Trace): Pixel => ({
    value: measure(trace, prepared.loss),
    ending: endingOf(trace, prepared, run),
  })
  function* together(step: Step, all: readonly Placed[], take: Take): Generator<undefined, void> {
    const side = sides.get(step) ?? sidesOf(step, d)
    sides.set(step, side)
    for (let begin = 0; begin < all.length; begin += laneCount) {
      const some = all.slice(begin, begin + laneCount)
      const traces = some.length > 1 ? side(step, some) : undefined
      if (!traces) yield* alone(some, take)
      for (const [j, trace] of (traces ?? []).entries()) {
        const placed = some[j] as Placed
        take(placed.i, told(placed, trace))
      }
      yield undefined
    }
  }
  function* alone(all: readonly Placed[], take: Take): Generator<undefined, void> {
    for (const placed of all) {
      const { prepared, run } = placed
      take(placed.i, told(placed, yield* silently(descend(prepared, run, unwritten(run)))))
    }
  }
  return function* (places: Uint32Array, take: Take): Generator<undefined, void> {
    const steps = new Map<Step | undefined, Placed[]>()
    for (const [i, place] of places.entries()) {
      const prepared = descentOf(place % map.size, Math.floor(place / map.size))
      if (!prepared) take(i, { value: Number.NaN, ending: refused })
      else {
        const placed = { i, prepared, run: lastRun(prepared) }
        const step = isOne && canTakeSides(placed) ? stepFor(prepared, placed.run) : undefined
        steps.set(step, [...(steps.get(step) ?? []), placed])
      }
    }
    for (const [step, all] of steps) yield* step ? together(step, all, take) : alone(all, take)
  }
}

/** Of a run's lines nothing is looked at. */
const unwritten = (run: Run): Run => ({ ...run, rule: { ...run.rule, lines: [], supplied: [] } })

function* silently<R>(work: Generator<unknown, R>): Generator<undefined, R> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value as R
    yield undefined
  }
}
