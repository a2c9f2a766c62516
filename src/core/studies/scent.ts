// core/studies/: experiments about experiments: what each value of a slider would do, the largest rate that works,
// many repeats.
//
// What each value of a hyper-parameter would do, found by running: what the sliders' tracks are painted with.

import type { Outcome } from '../descent/trace.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { stepsOf } from '../experiment/parts.ts'
import { prepare } from '../experiment/prepare.ts'
import { ExperimentError } from '../experimentError.ts'
import { deepestMinima, nearestMinimum } from '../loss/knownMinima.ts'
import { descend } from '../runs/descend.ts'
import { alone, lastRun, type Turn, turning } from './turning.ts'

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

/**
 * Runs the experiment with each value. Yields the verdicts of a pass, in which each doubles what is known, and nothing
 * now and then, so that whoever drives it can stop or breathe.
 */
export function* scent(spec: ScentSpec): Generator<readonly Verdict[] | undefined, void> {
  const { name, values } = spec
  const experiment = alone(spec.experiment, spec.run)
  const turn = turning(experiment, (experiment.runs?.length ?? 1) - 1, name)
  for (const places of passes(values.length, stepsOf(experiment))) {
    const found: Verdict[] = []
    for (const i of places) {
      found.push(yield* verdictOn(turn, values[i] as number))
      yield undefined
    }
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

function* verdictOn(turn: Turn, value: number): Generator<undefined, Verdict> {
  try {
    const prepared = prepare(turn(value))
    const work = descend(prepared, lastRun(prepared))
    for (;;) {
      const { done, value: trace } = work.next()
      if (!done) yield undefined
      else {
        const { kind, step } = trace.outcome
        const { variables } = prepared.loss
        const near = nearestMinimum(prepared.loss, trace.x.slice(-variables.length))
        return {
          value,
          kind,
          step,
          f: trace.f.at(-1) ?? Number.NaN,
          nearDeepest: near && deepestMinima(prepared.loss).includes(near),
        }
      }
    }
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error
    return { value, kind: 'refused', step: 0, f: Number.NaN }
  }
}
