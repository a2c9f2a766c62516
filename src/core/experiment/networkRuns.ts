// How a network is trained: the runs of its experiment. They differ from those of a descent: a rule sees each parameter
// alone, and the slope of one batch.
import { attempt, ExperimentError, type Fault, refuse, within } from '../experimentError.ts'
import { limits } from '../limits.ts'
import { matrixOptimizers, optimizers } from '../optimizers/index.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { foldedChain } from '../rules/foldedRule.ts'
import type { Rule } from '../rules/rule.ts'
import type { RunSpec } from './experiment.ts'
import { checkForm } from './form.ts'
import { labelOf, optimizerOf } from './lookUp.ts'
import { legsIn } from './networkChanges.ts'
import type { Change } from './networkExperiment.ts'
import { prepareRun, type Run } from './prepare.ts'
import { runParts } from './runParts.ts'

/** A run of a training. */
export interface TrainingRun extends Run {
  /** By what the parameters are trained that the optimizer leaves to another one. */
  readonly rest?: Run
  /** What becomes of it on the way. */
  readonly later?: readonly { readonly at: number; readonly run: TrainingRun }[]
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
  return runs.map((run, i) => {
    const later = legs[i] ?? []
    const all = [
      run as TrainingRun,
      ...later.map(({ spec }) => within(['changes'], () => readRun(spec, place))),
    ]
    const [first, ...others] = inCompany(all) as [TrainingRun, ...TrainingRun[]]
    return {
      ...first,
      label: labelOf(optimizers, i),
      later: others.map((other, k) => ({ at: later[k]?.at ?? 0, run: other })),
    }
  })
}

/** Runs one after the other that go on with the same memory: each remembers what a later one reads, as PyTorch's do. */
function inCompany(runs: readonly TrainingRun[]): readonly TrainingRun[] {
  if (runs.length === 1) return runs
  const together = <R extends Run>(all: readonly R[]) => {
    const rules = foldedChain(all)
    return all.map((run, k) => ({ ...run, rule: rules[k] as Rule }))
  }
  const rests = together(runs.flatMap(({ rest }) => (rest ? [rest] : [])))
  return together(runs).map((run, k) => ({ ...run, ...(rests[k] && { rest: rests[k] }) }))
}

/** The only method that has a meaning here: it asks for the loss of all points as often as it likes. */
const method = 'lbfgs'

/** All that train a network, in the order of the menu. */
export const networkOptimizers = [...optimizers, ...matrixOptimizers].filter(
  (one) => !one.method || one.id === method,
)

function readRun(spec: RunSpec, { steps, variables, isFull }: Place): TrainingRun {
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
  const place = { steps, variables, hasMatrices: true }
  const run = prepareRun(spec, place)
  const closure = optimizer.method && run.bugs[0]
  if (closure)
    throw new ExperimentError(`A training has no place for the bug "${closure.id}"`, {
      at: [['bugs']],
    })
  if (!optimizer.matrices) return run
  return { ...run, rest: restOf(run, optimizer.matrices.rest, spec, place) }
}

/** The training of those parameters that are no matrices: with the same rate and schedule, and the mistakes of the loop. */
function restOf(
  run: Run,
  { id }: Pick<Optimizer, 'id'>,
  { schedule }: RunSpec,
  place: Parameters<typeof prepareRun>[1],
): Run {
  const bugs = run.bugs.filter((bug) => bug.inClosure).map((bug) => bug.id)
  const hyper = { lr: Number(run.settings.lr) }
  return prepareRun({ optimizer: id, hyper, ...(schedule && { schedule }), bugs }, place)
}
