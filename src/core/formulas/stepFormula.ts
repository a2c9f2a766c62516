import { gradient } from '../language/derivative.ts'
import type { Expression } from '../language/expression.ts'
import { tidied } from '../language/latex/tidy.ts'
import type { Rule } from '../rules/rule.ts'
import { type FormulaLine, formulaOf } from './formula.ts'
import { gradientLine } from './gradientLine.ts'
import type { Writing } from './signs.ts'

/**
 * Everything that one step does, line by line: the schedule, the gradient, then the rule.
 * @param loss as written, of the variables that the writing names
 */
export function wholeFormula(rule: Rule, loss: Expression, writing: Writing): FormulaLine[] {
  const slopes = gradient(loss, writing.variables).map(tidied)
  const all = formulaOf(rule, writing)
  return [
    ...all.filter(({ part }) => part === 'schedule'),
    gradientLine(rule, writing, slopes),
    ...all.filter(({ part }) => part === undefined),
  ]
}
