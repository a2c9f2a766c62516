// From an experiment as written to one that can run: names looked up, defaults filled in, everything checked once.
import type { Bug } from '../bugs/bug.ts'
import { ExperimentError } from '../experimentError.ts'
import { namesIn } from '../language/expression.ts'
import { compileFunction } from '../language/program.ts'
import { undefinedPart } from '../language/undefinedPart.ts'
import { type Loss, readLoss } from '../loss/loss.ts'
import { plain } from '../number.ts'
import { hyperOf, type Optimizer, ruleOf } from '../optimizers/optimizer.ts'
import type { Settings } from '../rules/fold.ts'
import { folded } from '../rules/foldedRule.ts'
import type { Rule } from '../rules/rule.ts'
import { inSequence, ledRule } from '../rules/sequence.ts'
import {
  type Branching,
  type Budget,
  type Experiment,
  mostSteps,
  type RunSpec,
} from './experiment.ts'
import { checkForm } from './form.ts'
import { bugById, labelOf, optimizerOf, withBugs } from './lookUp.ts'
import { completed, parts } from './parts.ts'
import { runParts } from './runParts.ts'
import { type Scheduling, schedulingOf } from './scheduling.ts'
import { argumentsOf } from './settings.ts'

export interface Run {
  readonly label: string
  readonly optimizer: Optimizer
  readonly schedule?: Scheduling
  readonly bugs: readonly Bug[]
  readonly from?: Branching
  /** The run that it branches off from. */
  readonly before?: Run
  /** Every hyper-parameter by the name that the rule uses. */
  readonly settings: Settings
  /** The schedule's lines and the rule's, with only what is switched on. */
  readonly rule: Rule
}

export interface Prepared {
  readonly loss: Loss
  readonly start: readonly number[]
  /** At most so many, and at most so many evaluations. */
  readonly steps: number
  readonly budget: Budget
  /** The standard deviation of the noise in each coordinate of the gradient; 0 for none. */
  readonly noise: number
  readonly seed: number
  readonly runs: readonly Run[]
}

/**
 * Checks an experiment and looks up what it names.
 * @throws ExperimentError with one sentence for a student
 */
export function prepare(experiment: Experiment): Prepared {
  checkForm(parts, experiment, 'An experiment')
  for (const run of experiment.runs ?? []) checkForm(runParts, run, 'A run')
  const whole = completed(experiment)
  const specs = whole.runs
  const loss = readLoss(experiment.f, experiment.params)
  if (specs.length === 0) throw new ExperimentError('An experiment needs at least one run')
  const steps = readSteps(whole.steps)
  const optimizers = specs.map(optimizerOf)
  const variables = loss.variables.length
  const runs: Run[] = []
  for (const [i, spec] of specs.entries()) {
    const run = readRun(spec, optimizers[i] as Optimizer, { steps, variables })
    const from = spec.from && readBranching(spec.from, i, steps)
    const before = from && runs[from.run]
    runs.push({ ...run, label: labelOf(optimizers, i), ...(from && before && { from, before }) })
  }
  return {
    loss,
    start: readStart(whole.start, loss),
    steps,
    budget: whole.budget,
    noise: whole.noise,
    seed: whole.seed,
    runs,
  }
}

function readBranching(from: Branching, index: number, steps: number): Branching {
  if (from.run >= index)
    throw new ExperimentError('A branch goes on from a run that stands before it')
  if (from.step > steps)
    throw new ExperimentError(`A branch at step ${from.step} needs a run of so many steps`)
  return from
}

function readStart(start: readonly number[], { variables, expression }: Loss): readonly number[] {
  if (start.length !== variables.length) {
    const numbers = start.length === 1 ? '1 number' : `${start.length} numbers`
    throw new ExperimentError(
      `f is a function of ${variables.join(', ')}, but the start has ${numbers}`,
    )
  }
  start.forEach((value, i) => {
    if (!Number.isFinite(value))
      throw new ExperimentError(`The start of ${variables[i]} must be a number`)
  })
  const value = compileFunction(expression, variables)(...start)
  if (!Number.isFinite(value)) {
    const place = variables.map((v, i) => `${v} = ${plain(start[i] as number)}`).join(', ')
    const trouble = Number.isNaN(value) ? 'is not defined' : 'is infinite'
    if (namesIn(expression).length === 0)
      throw new ExperimentError(
        `f ${trouble} wherever it starts: it is always ${undefinedPart(expression, variables, start)}`,
      )
    throw new ExperimentError(
      `f ${trouble} at the start ${place} (${undefinedPart(expression, variables, start)}): choose another start`,
    )
  }
  return start
}

function readSteps(steps: number): number {
  if (!Number.isInteger(steps) || steps < 0) {
    throw new ExperimentError('The number of steps must be a whole number, 0 or more')
  }
  if (steps > mostSteps)
    throw new ExperimentError(`At most ${mostSteps.toLocaleString('en')} steps can be run`)
  return steps
}

function readRun(
  spec: RunSpec,
  optimizer: Optimizer,
  { steps, variables }: { readonly steps: number; readonly variables: number },
): Omit<Run, 'label'> {
  const lr = rateOf(optimizer, spec)
  const { settings: own } = argumentsOf(optimizer, spec.hyper ?? {}, { steps, lr })
  const refusal = optimizer.refuses?.(own)
  if (refusal) throw new ExperimentError(refusal)
  const schedule = spec.schedule && schedulingOf(spec.schedule, optimizer, { steps, lr })
  const bugs = [...new Set(spec.bugs ?? [])].map(bugById)
  const full = withBugs(ruleOf(optimizer, variables), bugs, optimizer)
  const settings = { ...own, ...schedule?.settings }
  return {
    optimizer,
    ...(schedule && { schedule }),
    bugs,
    settings,
    rule: folded(schedule ? inSequence([...schedule.before, ledRule(full)]) : full, settings),
  }
}

/** The run's own learning rate, which defaults of schedules may follow from. */
function rateOf(optimizer: Optimizer, { hyper }: RunSpec): number {
  const value = hyper?.lr ?? hyperOf(optimizer).get('lr')?.value
  return typeof value === 'number' ? value : Number.NaN
}
