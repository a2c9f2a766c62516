// From an experiment as written to one that can run: names looked up, defaults filled in, everything checked once.
import type { Bug } from '../bugs/bug.ts'
import { attempt, ExperimentError, type Fault, refuse, within } from '../experimentError.ts'
import { namesIn } from '../language/expression.ts'
import { compileFunction } from '../language/program.ts'
import { undefinedPart } from '../language/undefinedPart.ts'
import { limits } from '../limits.ts'
import { type Loss, readLoss } from '../loss/loss.ts'
import { theValue } from '../loss/valueName.ts'
import { plain } from '../number.ts'
import { hyperOf, type Optimizer, ruleOf } from '../optimizers/optimizer.ts'
import type { Rule } from '../rules/rule.ts'
import { inSequence } from '../rules/sequence.ts'
import type { Settings } from '../rules/switches.ts'
import { refuseLongWork } from './cost.ts'
import type { Branching, Budget, Experiment, RunSpec } from './experiment.ts'
import { checkForm } from './form.ts'
import { ruleOfBranch } from './legs.ts'
import { bugsOf, labelOf, optimizerOf, withBugs } from './lookUp.ts'
import { completed, parts } from './parts.ts'
import { runParts } from './runParts.ts'
import { type Scheduling, schedulingOf } from './scheduling.ts'
import { suitedArguments } from './settings.ts'

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
  /** The schedule's lines and the rule's, with every option in them. */
  readonly full: Rule
  /** The same with only what is switched on. */
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
 * @param times so many times as much may be run as anyone may ask for
 * @throws ExperimentError with one sentence for a student
 */
export function prepare(experiment: Experiment, times = 1): Prepared {
  checkForm(parts, experiment, 'An experiment')
  experiment.runs?.forEach((run, i) => {
    within(['runs', i], () => checkForm(runParts, run, 'A run'))
  })
  const { f, params, start, steps, budget, noise, seed, runs: specs } = completed(experiment)
  const loss = readLoss(f, params)
  checkCount(specs, times)
  const faults: Fault[] = []
  attempt(faults, ['start'], () => checkStart(start, loss))
  attempt(faults, ['steps'], () => checkSteps(steps))
  const runs = readRuns(specs, { steps, variables: loss.variables.length }, faults)
  refuse(faults)
  const prepared = { loss, start, steps, budget, noise, seed, runs }
  refuseLongWork(prepared, times)
  return prepared
}

function checkCount(specs: readonly RunSpec[], times: number): void {
  if (specs.length === 0)
    throw new ExperimentError('An experiment needs at least one run', { at: [['runs']] })
  const { most, words } = limits.racers
  if (specs.length > times * most)
    throw new ExperimentError(words, {
      at: specs.slice(most).map((_, i) => ['runs', most + i]),
    })
}

interface Place {
  readonly steps: number
  readonly variables: number
  /** Whether what is moved are the weights of a network. */
  readonly hasMatrices?: boolean
}

/**
 * One run by itself, of a function of so many variables.
 * @throws ExperimentError with one sentence for a student
 */
export function prepareRun(spec: RunSpec, place: Place): Run {
  checkForm(runParts, spec, 'A run')
  const faults: Fault[] = []
  const [run] = readRuns([spec], place, faults)
  refuse(faults)
  return run as Run
}

/** All runs, whatever is wrong with single ones. */
function readRuns(specs: readonly RunSpec[], place: Place, faults: Fault[]): readonly Run[] {
  const optimizers = specs.map((spec, i) => attempt(faults, ['runs', i], () => optimizerOf(spec)))
  const runs: (Run | undefined)[] = []
  specs.forEach((spec, i) => {
    const optimizer = optimizers[i]
    const found = attempt(faults, ['runs', i], () => {
      if (!optimizer) return undefined
      const run = readRun(spec, optimizer, place)
      const { from: said } = spec
      const from = said && within(['from'], () => readBranching(said, i, place.steps))
      const before = from && runs[from.run]
      const label = labelOf(optimizers, i)
      const placed = { ...run, label, ...(from && before && { from, before }) }
      return { ...placed, rule: ruleOfBranch(placed) }
    })
    runs.push(found)
  })
  return runs as Run[]
}

function readBranching(from: Branching, index: number, steps: number): Branching {
  if (from.run >= index)
    throw new ExperimentError('A branch goes on from a run that stands before it')
  if (from.step > steps)
    throw new ExperimentError(`A branch at step ${from.step} needs a run of so many steps`)
  return from
}

function checkStart(start: readonly number[], { variables, expression }: Loss): void {
  const f = theValue(variables, 'The')
  if (start.length !== variables.length) {
    const numbers = start.length === 1 ? '1 number' : `${start.length} numbers`
    throw new ExperimentError(
      `${f} is a function of ${variables.join(', ')}, but the start has ${numbers}`,
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
        `${f} ${trouble} wherever it starts: it is always ${undefinedPart(expression, variables, start)}`,
      )
    throw new ExperimentError(
      `${f} ${trouble} at the start ${place} (${undefinedPart(expression, variables, start)}): choose another start`,
    )
  }
}

function checkSteps(steps: number): void {
  if (!Number.isInteger(steps) || steps < 0) {
    throw new ExperimentError('The number of steps must be a whole number, 0 or more')
  }
  if (steps > limits.steps.most) throw new ExperimentError(limits.steps.words)
}

function readRun(
  spec: RunSpec,
  optimizer: Optimizer,
  { steps, variables, hasMatrices = false }: Place,
): Omit<Run, 'label' | 'rule'> {
  if (optimizer.matrices && !hasMatrices)
    throw new ExperimentError(
      `${optimizer.name} moves whole weight matrices, which only the network lab has`,
      { at: [['optimizer']] },
    )
  const lr = rateOf(optimizer, spec)
  const { settings: own } = within(['hyper'], () =>
    suitedArguments(optimizer, spec.hyper ?? {}, { steps, lr }, (settings) =>
      optimizer.refuses?.(settings),
    ),
  )
  const schedule =
    spec.schedule &&
    within(['schedule'], () => schedulingOf(spec.schedule ?? {}, optimizer, { steps, lr }))
  const [bugs, full] = within(['bugs'], () => {
    const made = bugsOf(spec.bugs ?? [])
    return [made, withBugs(ruleOf(optimizer, variables), made, optimizer)]
  })
  const settings = { ...own, ...schedule?.settings }
  return {
    optimizer,
    ...(schedule && { schedule }),
    bugs,
    settings,
    full: schedule ? inSequence([...schedule.before, full]) : full,
  }
}

/** The run's own learning rate, which defaults of schedules may follow from. */
function rateOf(optimizer: Optimizer, { hyper }: RunSpec): number {
  const value = hyper?.lr ?? hyperOf(optimizer).get('lr')?.value
  return typeof value === 'number' ? value : Number.NaN
}
