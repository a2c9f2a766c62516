// From an experiment as written to one that can run: names looked up, defaults filled in, everything checked once.
import { fold, type Settings, switchesOf } from '../language/fold.ts'
import { compileFunction } from '../language/program.ts'
import type { Rule } from '../language/rule.ts'
import { nearest } from '../language/spelling.ts'
import { plain } from '../number.ts'
import { optimizers } from '../optimizers/index.ts'
import { type Optimizer, ruleOf } from '../optimizers/optimizer.ts'
import {
  defaultSteps,
  type Experiment,
  ExperimentError,
  mostSteps,
  type RunSpec,
} from './experiment.ts'
import { checkForm } from './form.ts'
import { type Loss, readLoss } from './loss.ts'
import { settingsOf } from './settings.ts'
import { undefinedPart } from './undefined.ts'

export interface Run {
  readonly label: string
  readonly optimizer: Optimizer
  /** Every hyper-parameter by the name that the rule uses. */
  readonly settings: Settings
  /** The rule with only what is switched on. */
  readonly rule: Rule
}

export interface Prepared {
  readonly loss: Loss
  readonly start: readonly number[]
  readonly steps: number
  readonly runs: readonly Run[]
}

/**
 * Checks an experiment and looks up what it names.
 * @throws ExperimentError with one sentence for a student
 */
export function prepare(experiment: Experiment): Prepared {
  checkForm(experiment)
  const loss = readLoss(experiment.f, experiment.params)
  const specs = experiment.runs ?? [{ optimizer: 'sgd' }]
  if (specs.length === 0) throw new ExperimentError('An experiment needs at least one run')
  return {
    loss,
    start: readStart(experiment.start, loss),
    steps: readSteps(experiment.steps ?? defaultSteps),
    runs: specs.map((spec, i) => readRun(spec, labelOf(specs, i))),
  }
}

function readStart(
  given: Experiment['start'],
  { variables, entry, expression }: Loss,
): readonly number[] {
  const start = given ?? entry?.start ?? variables.map(() => 1)
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

function readRun(spec: RunSpec, label: string): Run {
  const optimizer = optimizerById(spec.optimizer)
  const settings = settingsOf(optimizer, spec.hyper)
  return { label, optimizer, settings, rule: folded(optimizer, settings) }
}

const rules = new WeakMap<Optimizer, Map<string, Rule>>()

/** The folded rule: the same object for the same switches, so that views can tell that nothing changed. */
function folded(optimizer: Optimizer, settings: Settings): Rule {
  const known = rules.get(optimizer) ?? new Map<string, Rule>()
  rules.set(optimizer, known)
  const key = switchesOf(ruleOf(optimizer), settings)
  const rule = known.get(key) ?? fold(ruleOf(optimizer), settings)
  known.set(key, rule)
  return rule
}

/** @throws ExperimentError if there is none of this id */
export function optimizerById(id: string): Optimizer {
  const optimizer = optimizers.find((o) => o.id === id)
  if (optimizer) return optimizer
  const ids = optimizers.map((o) => o.id)
  const meant = ids.find((known) => known === id.toLowerCase()) ?? nearest(id, ids)
  const hint = meant ? `did you mean "${meant}"?` : `there are ${ids.join(', ')}`
  throw new ExperimentError(`There is no optimizer "${id}"; ${hint}`)
}

/** The optimizer's name, numbered where names repeat. */
function labelOf(specs: readonly RunSpec[], index: number): string {
  const { optimizer } = specs[index] as RunSpec
  const before = specs.slice(0, index).filter((spec) => spec.optimizer === optimizer).length
  const { name } = optimizerById(optimizer)
  return before ? `${name} ${before + 1}` : name
}
