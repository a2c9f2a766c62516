// From an experiment as written to one that can run: names looked up, defaults filled in, everything checked once.
import { type Bug, mistaken } from '../bugs/bug.ts'
import { bugs } from '../bugs/index.ts'
import { namesIn } from '../language/expression.ts'
import { fold, type Settings, switchesOf } from '../language/fold.ts'
import { Mistake } from '../language/mistake.ts'
import { compileFunction } from '../language/program.ts'
import type { Rule } from '../language/rule.ts'
import { inSequence } from '../language/sequence.ts'
import { nearest } from '../language/spelling.ts'
import { plain } from '../number.ts'
import { customId, customOptimizer, firstRule } from '../optimizers/custom.ts'
import { optimizers } from '../optimizers/index.ts'
import { hyperOf, type Optimizer, ruleOf } from '../optimizers/optimizer.ts'
import {
  type Branching,
  type Budget,
  defaultSteps,
  type Experiment,
  ExperimentError,
  mostSteps,
  type RunSpec,
} from './experiment.ts'
import { checkForm } from './form.ts'
import { type Loss, readLoss } from './loss.ts'
import { type Scheduling, schedulingOf } from './scheduling.ts'
import { argumentsOf } from './settings.ts'
import { undefinedPart } from './undefined.ts'

export interface Run {
  readonly label: string
  readonly optimizer: Optimizer
  readonly schedule?: Scheduling
  readonly bugs: readonly Bug[]
  readonly from?: Branching
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
  const steps = readSteps(experiment.steps ?? defaultSteps)
  const optimizers = specs.map(optimizerOf)
  return {
    loss,
    start: readStart(experiment.start, loss),
    steps,
    budget: experiment.budget ?? 'steps',
    runs: specs.map((spec, i) => ({
      ...readRun(spec, optimizers[i] as Optimizer, { steps, variables: loss.variables.length }),
      label: labelOf(optimizers, i),
      ...(spec.from && { from: readBranching(spec.from, i, steps) }),
    })),
  }
}

function readBranching(from: Branching, index: number, steps: number): Branching {
  if (from.run >= index)
    throw new ExperimentError('A branch goes on from a run that stands before it')
  if (from.step > steps)
    throw new ExperimentError(`A branch at step ${from.step} needs a run of so many steps`)
  return from
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
    rule: folded(schedule ? inSequence([...schedule.before, full]) : full, settings),
  }
}

/** The run's own learning rate, which defaults of schedules may follow from. */
function rateOf(optimizer: Optimizer, { hyper }: RunSpec): number {
  const value = hyper?.lr ?? hyperOf(optimizer).get('lr')?.value
  return typeof value === 'number' ? value : Number.NaN
}

const rules = new Map<string, Rule>()
const mostRules = 256

/** The folded rule: the same object for the same lines and switches, so that views can tell that nothing changed. */
function folded(full: Rule, settings: Settings): Rule {
  const key = `${textOf(full)}|${switchesOf(full, settings)}`
  const rule = rules.get(key) ?? fold(full, settings)
  if (rules.size >= mostRules) rules.clear()
  rules.set(key, rule)
  return rule
}

const textOf = ({ lines, starts, supplied }: Rule): string =>
  [
    ...lines.map(({ name, value }) => `${name}=${value.id}`),
    ...[...starts].map(([name, value]) => `${name}_0=${value.id}`),
    ...supplied.map(({ name }) => name),
  ].join(';')

/** The optimizer that a run names, or the one that its text makes. */
function optimizerOf({ optimizer, rule }: RunSpec): Optimizer {
  if (optimizer !== customId) {
    if (rule === undefined) return optimizerById(optimizer)
    throw new ExperimentError(`A written rule needs the optimizer "${customId}"`)
  }
  try {
    return customOptimizer(rule ?? firstRule)
  } catch (cause) {
    if (cause instanceof Mistake) throw new ExperimentError(sentence(cause.message), { cause })
    throw cause
  }
}

/** @throws ExperimentError if there is none of this id */
export function optimizerById(id: string): Optimizer {
  const optimizer = optimizers.find((o) => o.id === id)
  if (optimizer) return optimizer
  throw unknown('optimizer', id, [...optimizers.map((o) => o.id), customId])
}

function bugById(id: string): Bug {
  const bug = bugs.find((candidate) => candidate.id === id)
  if (bug) return bug
  throw unknown(
    'bug',
    id,
    bugs.map((known) => known.id),
  )
}

/** There is nothing of this name; perhaps another one was meant. */
function unknown(what: string, id: string, known: readonly string[]): ExperimentError {
  const meant = known.find((candidate) => candidate === id.toLowerCase()) ?? nearest(id, known)
  const hint = meant ? `did you mean "${meant}"?` : `there are ${known.join(', ')}`
  return new ExperimentError(`There is no ${what} "${id}"; ${hint}`)
}

/** Whether a mistake of the zoo can be made with an optimizer. */
export const hasPlaceFor = (optimizer: Optimizer, bug: Bug, variables = 1): boolean =>
  isClosureBug(optimizer, bug) ||
  (!optimizer.method && mistaken(ruleOf(optimizer, variables), bug) !== undefined)

/** Only L-BFGS calls its closure more than once in a step. */
const isClosureBug = ({ id }: Optimizer, { inClosure }: Bug) =>
  id === 'lbfgs' && inClosure !== undefined

function withBugs(rule: Rule, made: readonly Bug[], optimizer: Optimizer): Rule {
  return made.reduce((before, bug) => {
    if (isClosureBug(optimizer, bug)) return before
    const after = optimizer.method ? undefined : mistaken(before, bug)
    if (after) return after
    throw new ExperimentError(`${optimizer.name} has no place for the bug "${bug.id}"`)
  }, rule)
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The optimizer's name, numbered where names repeat. */
function labelOf(optimizers: readonly Optimizer[], index: number): string {
  const { name } = optimizers[index] as Optimizer
  const before = optimizers.slice(0, index).filter((other) => other.name === name).length
  return before ? `${name} ${before + 1}` : name
}
