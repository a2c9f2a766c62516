// What runs take, known before they start: so that nobody waits for minutes, or for more memory than there is.
import { ExperimentError } from '../experimentError.ts'
import { gradient } from '../language/derivative.ts'
import { type Expression, nodesOf } from '../language/expression.ts'
import { limits } from '../limits.ts'
import type { Loss } from '../loss/loss.ts'
import { counted } from '../number.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import type { Rule } from '../rules/rule.ts'
import type { Settings } from '../rules/switches.ts'
import type { Budget } from './experiment.ts'
import { usualSteps } from './parts.ts'

interface Race {
  readonly loss: Loss
  readonly steps: number
  readonly budget: Budget
  readonly noise: number
  readonly runs: readonly Racer[]
}

interface Racer {
  readonly label: string
  readonly optimizer: Optimizer
  readonly settings: Settings
  readonly rule: Rule
}

// In operations: one instruction of a program, some nanoseconds.
const ofStep = 20
const ofRecordedNumber = 5
const ofNoise = 150
const ofEvaluation = 300

const countOf = (roots: readonly Expression[]) =>
  nodesOf(roots).filter(({ kind }) => kind === 'apply').length

const ofLosses = new WeakMap<Loss, number>()
const ofRules = new WeakMap<Rule, number>()

/** The loss with its gradient. */
function ofLoss(loss: Loss): number {
  const { expression, variables } = loss
  const count = ofLosses.get(loss) ?? countOf([expression, ...gradient(expression, variables)])
  ofLosses.set(loss, count)
  return count
}

/** The lines of a rule for one coordinate. */
function ofRule(rule: Rule): number {
  const count = ofRules.get(rule) ?? countOf(rule.lines.map(({ value }) => value))
  ofRules.set(rule, count)
  return count
}

/** What a step of a run takes at most; with a budget of evaluations, what each of those takes. */
function ofEach({ optimizer, rule, settings }: Racer, { loss, noise, budget }: Race): number {
  const d = loss.variables.length
  const slope = ofLoss(loss)
  const recorded = (rule.lines.length + rule.supplied.length + 2) * d + 2
  const drawn = noise > 0 ? ofNoise * d : 0
  const own = ofStep + slope + d * ofRule(rule) + ofRecordedNumber * recorded + drawn
  const asked = optimizer.method?.takes(settings, d)
  if (!asked) return own
  const evaluations = asked.evaluations * (ofEvaluation + slope) + asked.operations
  return own + (budget === 'evaluations' ? evaluations / asked.evaluations : evaluations)
}

/** More than any step takes that does not ask a method: so that usual runs need not be counted. */
function isSmall({ loss, steps, runs }: Race): boolean {
  const inLine = limits.expression.most
  const lines = runs.reduce((sum, { rule }) => sum + rule.lines.length + 2, 0)
  const hasMethod = runs.some(({ optimizer }) => optimizer.method)
  return !hasMethod && steps * lines * inLine * loss.variables.length < limits.work.most
}

/** Two figures, rounded down. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.floor(value / unit) * unit
}

/**
 * @param times so many times as much may be run as anyone may ask for
 * @throws ExperimentError for what would take too long: what to do about it
 */
export function refuseLongWork(race: Race, times: number): void {
  if (isSmall(race)) return
  const { steps, runs } = race
  const each = runs.map((run) => ofEach(run, race))
  const possible = Math.floor(
    (times * limits.work.most) / each.reduce((sum, cost) => sum + cost, 0),
  )
  if (steps <= possible) return
  const worst = each.indexOf(Math.max(...each))
  throw new ExperimentError(
    possible > 0
      ? `${counted(steps)} steps ${limits.work.words}: choose at most ${counted(rounded(possible))}`
      : `A step of ${runs[worst]?.label} ${limits.work.words}: give it less to do`,
    { at: [possible < usualSteps ? ['runs', worst, 'hyper'] : ['steps']] },
  )
}
