// The way of a run from its start: through the runs that it branched off from, each as far as it went.
import { foldedChain } from '../rules/foldedRule.ts'
import type { Rule } from '../rules/rule.ts'
import type { Switched } from '../rules/switches.ts'
import type { Branching } from './experiment.ts'

/** A run as far as its way is concerned. */
interface Branched<R> extends Switched {
  readonly optimizer: object
  readonly from?: Branching
  /** The run that it branches off from. */
  readonly before?: R
}

interface Stretch<R> {
  readonly run: R
  /** The step where the next one goes on. */
  readonly until: number
}

export interface Leg<R> extends Stretch<R> {
  /** What works there: the run's rule, and all memory that a later leg of the same optimizer reads. */
  readonly rule: Rule
}

/** The runs that a run goes through: those that it branched off from, each until the step where the next begins. */
export function legsOf<R extends Branched<R> & { readonly rule: Rule }>(run: R): Leg<R>[] {
  return chainsOf(stretchesOf(run)).flatMap((chain) => {
    const rules = chain.length > 1 ? foldedChain(chain.map((stretch) => stretch.run)) : []
    return chain.map((stretch, i) => ({
      ...stretch,
      rule: i < chain.length - 1 ? (rules[i] as Rule) : stretch.run.rule,
    }))
  })
}

/** The rule of a run with only what is switched on, after what its optimizer did before. */
export const ruleOfBranch = <R extends Branched<R>>(run: R): Rule =>
  foldedChain((chainsOf(stretchesOf(run)).at(-1) ?? []).map((stretch) => stretch.run)).at(
    -1,
  ) as Rule

function stretchesOf<R extends Branched<R>>(run: R): Stretch<R>[] {
  const stretches = [{ run, until: Number.POSITIVE_INFINITY }]
  let until = Number.POSITIVE_INFINITY
  for (let at = run; at.from?.step && at.before; at = at.before) {
    // A run that branches off later still is what it branches off from.
    if (at.from.step >= until) stretches.shift()
    else until = at.from.step
    stretches.unshift({ run: at.before, until })
  }
  return stretches
}

/** Stretches of one optimizer each: it remembers from one to the next. */
function chainsOf<R extends Branched<R>>(stretches: readonly Stretch<R>[]): Stretch<R>[][] {
  const chains: Stretch<R>[][] = []
  for (const stretch of stretches) {
    const last = chains.at(-1)
    if (last && last[0]?.run.optimizer === stretch.run.optimizer) last.push(stretch)
    else chains.push([stretch])
  }
  return chains
}
