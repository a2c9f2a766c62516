// How a network is trained: the runs of its experiment. They differ from those of a descent: a rule sees each parameter
// alone, and the slope of one batch.
import { attempt, ExperimentError, type Fault, refuse, within } from '../experimentError.ts'
import { limits } from '../limits.ts'
import type { RunSpec } from './experiment.ts'
import { checkForm } from './form.ts'
import { labelOf, optimizerOf } from './lookUp.ts'
import { legsIn } from './networkChanges.ts'
import type { Change } from './networkExperiment.ts'
import { prepareRun, type Run } from './prepare.ts'
import { runParts } from './runParts.ts'

/** A run with what becomes of it on the way. */
export interface TrainingRun extends Run {
  readonly later: readonly { readonly at: number; readonly run: Run }[]
}

interface Place {
  readonly steps: number
  /** Parameters of the network. */
  readonly variables: number
  /** Whether each batch is all points. */
  readonly isFull: boolean
}

/** @throws ExperimentError with one sentence for a student */
export function readTrainingRuns(
  specs: readonly RunSpec[],
  changes: readonly Change[],
  place: Place,
): readonly TrainingRun[] {
  if (specs.length === 0)
    throw new ExperimentError('An experiment needs at least one run', { at: [['runs']] })
  const { most, words } = limits.racers
  if (specs.length > most)
    throw new ExperimentError(words, {
      at: specs.slice(most).map((_, i) => ['runs', most + i]),
    })
  const faults: Fault[] = []
  const runs = specs.map((spec, i) => attempt(faults, ['runs', i], () => readRun(spec, place)))
  refuse(faults)
  const optimizers = runs.map((run) => run?.optimizer)
  const legs = legsIn(changes, specs)
  return runs.map((run, i) => ({
    ...(run as Run),
    label: labelOf(optimizers, i),
    later: (legs[i] ?? []).map(({ at, spec }) => ({
      at,
      run: within(['changes'], () => prepareRun(spec, place)),
    })),
  }))
}

/** The only method that has a meaning here: it asks for the loss of all points as often as it likes. */
const method = 'lbfgs'

function readRun(spec: RunSpec, { steps, variables, isFull }: Place): Run {
  checkForm(runParts, spec, 'A run')
  if (spec.from)
    throw new ExperimentError('A training does not branch off from another one', {
      at: [['from']],
    })
  const optimizer = optimizerOf(spec)
  if (optimizer.method && optimizer.id !== method)
    throw new ExperimentError(
      `${optimizer.name} trains no network here: it needs more than each parameter with its slope`,
      { at: [['optimizer']] },
    )
  if (optimizer.method && !isFull)
    throw new ExperimentError(
      `${optimizer.name} asks for the loss several times in a step, always of the same points: choose batch full`,
      { at: [['optimizer']] },
    )
  const run = prepareRun(spec, { steps, variables })
  const closure = optimizer.method && run.bugs[0]
  if (closure)
    throw new ExperimentError(`A training has no place for the bug "${closure.id}"`, {
      at: [['bugs']],
    })
  return run
}
