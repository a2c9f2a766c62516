import { apply, type Expression, name, namesIn, number } from '../language/expression.ts'
import { rewrite } from '../language/simplify.ts'
import type { Rule } from '../rules/rule.ts'
import { bug, linesWith } from './bug.ts'

/** 1 − β^t, or 1 − Π for a running product Π. */
function isCorrection(e: Expression | undefined, { slots, varying }: Rule): boolean {
  if (e?.kind !== 'apply' || e.operation !== 'sub' || e.args[0] !== number(1)) return false
  const taken = e.args[1] as Expression
  if (taken.kind === 'name') {
    const isProduct = slots.includes(taken.name) || /next$/.test(taken.name)
    return isProduct && !varying.has(taken.name)
  }
  return taken.kind === 'apply' && taken.operation === 'pow' && taken.args[1] === name('t')
}

export const noBiasCorrection = bug({
  id: 'no-bias-correction',
  name: 'No bias correction',
  wrong: 'the averages are not divided by 1 − βᵗ',
  harm: 'the first steps have the wrong length',
  lesson:
    'Averages that start at 0 are too small at first; not divided by 1 − βᵗ, v is smaller still than m, and the first steps are far too long (Adamax, without v: too short).',
  inRule: (rule) =>
    linesWith(rule, (value) =>
      rewrite(
        [value],
        (e) => {
          if (e.kind !== 'apply') return undefined
          const [a, b] = e.args as [Expression, Expression | undefined]
          const weighs = e.operation === 'div' && isCorrection(b, rule)
          // β^t/(1 − β^t) counts steps (RAdam's ρ); it corrects nothing.
          if (weighs && !namesIn(a).includes('t')) return a
          return e.operation === 'sqrt' && isCorrection(a, rule) ? number(1) : undefined
        },
        apply,
      )(value),
    ),
})
