// labs/network/hand/: one weight and one point by hand: the rule with the weight's numbers, both passes, checks and edits.
import { useCallback, useMemo } from 'react'
import { exactLine } from '../../../core/formulas/exactLine.ts'
import type { FormulaLine } from '../../../core/formulas/formula.ts'
import { plain } from '../../../core/number.ts'
import { rolesOf } from '../../../core/rules/roles.ts'
import type { Source } from '../../../core/rules/source.ts'
import { readably } from '../../../panels/lab/pace.ts'
import { marking, nameOfSource } from '../../../panels/step/marking.ts'
import { ExactLines } from '../../../ui/formula/ExactLines.tsx'
import { Formula } from '../../../ui/formula/Formula.tsx'
import { katex } from '../../../ui/formula/katex.ts'
import { Late } from '../../../ui/parts/Part.tsx'
import { Region } from '../../../ui/place.tsx'
import styles from './Hand.module.css'
import { placed, stepOf } from './stepOf.ts'
import { useChosenWeight } from './useParameter.ts'
import { weightFormula } from './weightFormula.ts'

/** Numbers come with what is seen, not with the playhead. */
const still = { read: () => 0, watch: () => () => {} }

/** The rule that trains the selected network: general, and with this step's numbers for the chosen weight. */
export function WeightRule() {
  const { shown, selected, seen } = useChosenWeight(readably)
  const { prepared } = shown
  // What has come is of this one; another one that was chosen is on its way.
  const { name, isBias, index } = placed(prepared, seen.parameter)
  const { ruled, taken } = useMemo(
    () => stepOf(prepared, selected, { seen, index, isBias }),
    [prepared, selected, seen, index, isBias],
  )
  const { rule, optimizer, schedule } = ruled
  const { text, latex } = name
  const lines = useMemo(
    () =>
      weightFormula(
        { rule, optimizer, ...(schedule && { schedule }) },
        { text, latex },
        marking(rule),
      ),
    [rule, optimizer, schedule, text, latex],
  )
  const roles = useMemo(() => rolesOf(rule), [rule])
  const nameOf = useCallback((source: Source) => nameOfSource(source, rule), [rule])
  const numbers = useMemo(() => ({ ...taken, lastStep: 0 }), [taken])
  const { step } = seen.moment
  const isOver = step >= prepared.pace.steps
  return (
    <Region name="Update rule" className={styles.region}>
      <header className={styles.header}>
        <h2>
          Update rule
          {prepared.runs.length > 1 && (
            <span data-run={selected} className={styles.whose}>
              {prepared.runs[selected]?.label}
            </span>
          )}
        </h2>
        <span>
          {text}, step {step} → {step + 1}
          {isOver && ' (it would come next)'}
        </span>
      </header>
      <p className="visually-hidden">{spoken(lines, text, taken.of, step)}</p>
      <Late of={katex} />
      <ExactLines
        label="Formula"
        lines={lines.map((line) => () => exactLine(line, (source) => taken.of(source)))}
      >
        <Formula {...{ lines, roles, nameOf, numbers }} playhead={still} />
      </ExactLines>
    </Region>
  )
}

/** The numbers of a step for screen readers. */
function spoken(
  lines: readonly FormulaLine[],
  weight: string,
  of: (source: Source) => number,
  step: number,
): string {
  const last = lines.findLastIndex(({ name }) => name === 'x')
  const results = lines.flatMap(({ name, result }, i) => {
    const value = result ? of(result) : Number.NaN
    if (Number.isNaN(value) || (name === 'x' && i !== last)) return []
    return [`${name === 'x' ? `next ${weight}` : name} = ${plain(value)}`]
  })
  return `From step ${step} to ${step + 1}: ${results.join(', ')}.`
}
