// Which scents the sliders of a run ask for, and those that are known already.

import type { Prepared, Run } from '../../core/experiment/prepare.ts'
import type { Hyper } from '../../core/hyper.ts'
import { compileFunction } from '../../core/language/program.ts'
import type { ScentSpec, Verdict } from '../../core/studies/scent.ts'
import { alone, numericHypers, turning } from '../../core/studies/turning.ts'
import type { DescentLab } from '../../state/descents/descents.ts'
import type { Course } from '../../ui/slider/scentTrack.ts'
import { sliderScale } from '../../ui/slider/sliderScale.ts'

/** A slider's scent that is asked for. */
export interface Wanted {
  /** The same for the same scent: it does not hold the value of the slider itself. */
  readonly key: string
  readonly spec: ScentSpec
  readonly course: Course
}

const samples = 49

function valuesOf({ kind }: Hyper): number[] {
  const { min, max, value } = sliderScale(kind)
  const values = Array.from({ length: samples }, (_, i) =>
    value(min + ((max - min) * i) / (samples - 1)),
  )
  return [...new Set(values)]
}

/** The scents of all sliders of a run. */
export function wantedBy({ store }: DescentLab, index: number): Map<string, Wanted> {
  const { experiment, prepared } = store.getState()
  const run: Run | undefined = prepared.runs[index]
  if (!run) return new Map()
  const { lab: _, show: __, view: ___, ...own } = alone(experiment, index)
  const course = courseOf(prepared)
  const last = (own.runs?.length ?? 1) - 1
  return new Map(
    [...numericHypers(run)].map(([name, hyper]) => [
      name,
      {
        key: JSON.stringify([name, turning(own, last, name, run)(0)]),
        spec: { experiment: own, run: last, name, values: valuesOf(hyper) },
        course,
      },
    ]),
  )
}

function courseOf({ loss, start, steps }: Prepared): Course {
  const f = compileFunction(loss.expression, loss.variables)
  const to = loss.minima.length ? Math.min(...loss.minima.map((at) => f(...at))) : undefined
  return { steps, from: f(...start), to }
}

/** Scents of before, for undo and for the slider that is dragged: its own value changes nothing on its track. */
const kept = new Map<string, readonly Verdict[]>()
const mostKept = 100

export const knownScent = (key: string): readonly Verdict[] | undefined => kept.get(key)

export function remember(key: string, verdicts: readonly Verdict[]): void {
  kept.delete(key)
  kept.set(key, verdicts)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
}
