// core/studies/: experiments about experiments: what each value of a slider would do, the largest rate that works,
// many repeats.
//
// What each value of a hyper-parameter would do, found by running: what the sliders' tracks are painted with.

import { attempted } from '../attempted.ts'
import type { Outcome, Trace } from '../descent/trace.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { stepsOf } from '../experiment/parts.ts'
import { prepare } from '../experiment/prepare.ts'
import { deepestMinima, nearestMinimum } from '../loss/knownMinima.ts'
import { manyRuns, type Ready } from '../runs/manyRuns.ts'
import { alone, lastRun, turning } from './turning.ts'

export interface ScentSpec {
  readonly experiment: Experiment
  readonly run: number
  /** The hyper-parameter as a link or the run's settings call it: beta1, schedule.gamma, warmup.steps. */
  readonly name: string
  /** Rising. */
  readonly values: readonly number[]
}

/** How a run ends with a value, and when; or that PyTorch refuses it. */
export interface Verdict {
  readonly value: number
  readonly kind: Outcome['kind'] | 'refused'
  readonly step: number
  /** The loss where it ends. */
  readonly f: number
  /** Whether the known minimum next to its end is one of the deepest; undefined where none is known. */
  readonly nearDeepest?: boolean | undefined
}

/** Every 8th value first, then those in between, so that a rough picture comes soon. */
const strides = [8, 4, 2, 1]
/** Beyond so many steps in all the picture stays rough. */
const mostSteps = 5e6

/** A run that is ready, and what it is run for. */
interface Valued extends Ready {
  readonly value: number
}

/**
 * Runs the experiment with each value. Yields the verdicts of a pass, in which each doubles what is known, and nothing
 * now and then, so that whoever drives it can stop or breathe.
 */
export function* scent(spec: ScentSpec): Generator<readonly Verdict[] | undefined, void> {
  const { name, values } = spec
  const experiment = alone(spec.experiment, spec.run)
  const turn = turning(experiment, (experiment.runs?.length ?? 1) - 1, name)
  const runAll = manyRuns()
  for (const places of passes(values.length, stepsOf(experiment))) {
    const found: Verdict[] = []
    const ready: Valued[] = []
    for (const i of places) {
      const value = values[i] as number
      const prepared = attempted(() => prepare(turn(value)))
      if (prepared) ready.push({ value, prepared, run: lastRun(prepared) })
      else found.push({ value, kind: 'refused', step: 0, f: Number.NaN })
    }
    yield* runAll(ready, (own, trace) => found.push(verdictOn(own, trace)))
    yield found
  }
}

/** The places of a list in the order in which they are looked at, pass by pass. */
export function passes(length: number, steps: number): number[][] {
  const affordable = strides.filter(
    (stride, i) => i === 0 || (length / stride) * steps <= mostSteps,
  )
  const places = (stride: number) =>
    Array.from({ length }, (_, i) => i).filter((i) => i % stride === 0)
  return affordable
    .map((stride, pass) => {
      const before = affordable[pass - 1]
      return places(stride).filter((i) => before === undefined || i % before !== 0)
    })
    .filter((pass) => pass.length > 0)
}

function verdictOn({ value, prepared: { loss } }: Valued, { outcome, x, f }: Trace): Verdict {
  const near = nearestMinimum(loss, x, x.length - loss.variables.length)
  return {
    value,
    kind: outcome.kind,
    step: outcome.step,
    f: f.at(-1) ?? Number.NaN,
    nearDeepest: near && deepestMinima(loss).includes(near),
  }
}
