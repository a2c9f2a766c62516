import { gradient } from '../language/derivative.ts'
import type { Expression } from '../language/expression.ts'
import { type FormulaLine, formulaOf, gradientLine, type Writing } from '../language/formula.ts'
import type { Rule } from '../language/rule.ts'
import { tidy } from '../language/tidy.ts'

/**
 * Everything that one step does, line by line: the schedule, the gradient, then the rule.
 * @param loss as written, of the variable that the writing names
 */
export function wholeFormula(rule: Rule, loss: Expression, writing: Writing): FormulaLine[] {
  const slope = tidy(gradient(loss, [writing.variable])[0] as Expression)
  const all = formulaOf(rule, writing)
  return [
    ...all.filter(({ part }) => part === 'schedule'),
    gradientLine(rule, writing, slope),
    ...all.filter(({ part }) => part === undefined),
  ]
}
