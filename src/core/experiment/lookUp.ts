// What a run names, looked up: its optimizer, and the mistakes of the bug zoo in its rule.
import { type Bug, mistaken } from '../bugs/bug.ts'
import { bugs } from '../bugs/index.ts'
import { ExperimentError } from '../experimentError.ts'
import { Mistake } from '../language/mistake.ts'
import { nearest } from '../language/spelling.ts'
import { matrixOptimizers, optimizers } from '../optimizers/index.ts'
import { type Optimizer, ruleOf } from '../optimizers/optimizer.ts'
import { customId, customOptimizer, firstRule } from '../optimizers/written/custom.ts'
import { few } from '../quote.ts'
import type { Rule } from '../rules/rule.ts'
import type { RunSpec } from './experiment.ts'

/**
 * The optimizer that a run names, or the one that its text makes.
 * @throws ExperimentError if there is none
 */
export function optimizerOf({ optimizer, rule }: Pick<RunSpec, 'optimizer' | 'rule'>): Optimizer {
  if (optimizer !== customId) {
    if (rule === undefined) return optimizerById(optimizer)
    throw new ExperimentError(`A written rule needs the optimizer "${customId}"`, {
      at: [['rule']],
    })
  }
  try {
    return customOptimizer(rule ?? firstRule)
  } catch (cause) {
    if (cause instanceof Mistake)
      throw new ExperimentError(sentence(cause.message), { cause, at: [['rule']] })
    throw cause
  }
}

/** @throws ExperimentError if there is none of this id */
function optimizerById(id: string): Optimizer {
  const optimizer = [...optimizers, ...matrixOptimizers].find((o) => o.id === id)
  if (optimizer) return optimizer
  throw new ExperimentError(
    unknown('optimizer', [id], [...optimizers.map((o) => o.id), customId]),
    {
      at: [['optimizer']],
    },
  )
}

/**
 * The mistakes of the zoo, each once.
 * @throws ExperimentError if there are none of these ids
 */
export function bugsOf(ids: readonly string[]): readonly Bug[] {
  const known = new Map(bugs.map((bug) => [bug.id, bug]))
  const strange = [...new Set(ids)].filter((id) => !known.has(id))
  if (strange.length)
    throw new ExperimentError(unknown('bug', strange, [...known.keys()]), {
      at: strange.map((id) => [id]),
    })
  return [...new Set(ids)].map((id) => known.get(id) as Bug)
}

/** There is nothing of these names; perhaps another one was meant. */
function unknown(what: string, ids: readonly string[], known: readonly string[]): string {
  const [id = '', ...more] = ids
  const meant = known.find((candidate) => candidate === id.toLowerCase()) ?? nearest(id, known)
  const hint =
    meant && more.length === 0 ? `did you mean "${meant}"?` : `there are ${known.join(', ')}`
  return `There is no ${what} ${few(ids, '"')}; ${hint}`
}

/** Whether a mistake of the zoo can be made with an optimizer. */
export const hasPlaceFor = (optimizer: Optimizer, bug: Bug, variables = 1): boolean =>
  isClosureBug(optimizer, bug) ||
  (!optimizer.method && mistaken(ruleOf(optimizer, variables), bug) !== undefined)

/** Only L-BFGS calls its closure more than once in a step. */
const isClosureBug = ({ id }: Optimizer, { inClosure }: Bug) =>
  id === 'lbfgs' && inClosure !== undefined

/** @throws ExperimentError for a mistake that has no place in the rule */
export function withBugs(rule: Rule, made: readonly Bug[], optimizer: Optimizer): Rule {
  return made.reduce((before, bug) => {
    if (isClosureBug(optimizer, bug)) return before
    const after = optimizer.method ? undefined : mistaken(before, bug)
    if (after) return after
    throw new ExperimentError(`${optimizer.name} has no place for the bug "${bug.id}"`, {
      at: [[bug.id]],
    })
  }, rule)
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The optimizer's name, numbered where names repeat. */
export function labelOf(optimizers: readonly (Optimizer | undefined)[], index: number): string {
  const name = optimizers[index]?.name ?? ''
  const before = optimizers.slice(0, index).filter((other) => other?.name === name).length
  return before ? `${name} ${before + 1}` : name
}
