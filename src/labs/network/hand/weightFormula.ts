// The update rule of a run as it is written for one weight: the schedule, the slope of the batch's loss, then the rule.
import type { Run } from '../../../core/experiment/prepare.ts'
import { type FormulaLine, formulaOf } from '../../../core/formulas/formula.ts'
import { symbolsOf } from '../../../core/formulas/hyperSymbols.ts'
import { signOf, type Writing } from '../../../core/formulas/signs.ts'
import type { Sign } from '../../../core/networks/insight/signs.ts'

/**
 * @param name of the weight, which stands where the rule says x
 * @param mark what marks each symbol, where it is shown in the page
 */
export function weightFormula(
  { rule, optimizer, schedule }: Pick<Run, 'rule' | 'optimizer' | 'schedule'>,
  name: Sign,
  mark?: Writing['mark'],
): FormulaLine[] {
  const writing: Writing = {
    variables: ['w'],
    coordinate: 0,
    symbols: new Map([...symbolsOf(optimizer, schedule?.schedule), ['x', name.latex]]),
    ...(mark && { mark }),
  }
  const all = formulaOf(rule, writing).map((line) => ({
    ...line,
    rows: line.rows.map((row) => (row.name === 'x' ? { ...row, name: name.text } : row)),
  }))
  const slope: FormulaLine = {
    name: 'g',
    left: signOf('g', 't', { rule, writing }).text,
    sign: '=',
    right: `\\frac{\\partial L}{\\partial ${name.latex}}`,
    numbers: ({ write }) => write({ of: 'g', back: 0 }, 0),
    result: { of: 'g', back: 0 },
    rows: [{ coordinate: 0, name: 'g' }],
    conditions: [],
  }
  return [
    ...all.filter(({ part }) => part === 'schedule'),
    slope,
    ...all.filter(({ part }) => part === undefined),
  ]
}
