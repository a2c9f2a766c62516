import { useCallback, useMemo } from 'react'
import type { Expression } from '../../core/language/expression.ts'
import type { FormulaLine } from '../../core/language/formula.ts'
import { rolesOf } from '../../core/language/roles.ts'
import type { Rule } from '../../core/language/rule.ts'
import { bareName } from '../../core/language/sequence.ts'
import type { Source } from '../../core/language/source.ts'
import { plain } from '../../core/number.ts'
import { exactLine } from '../../core/runs/exactLine.ts'
import { held, numberOf } from '../../core/runs/numbers.ts'
import { symbolsOf } from '../../core/runs/symbols.ts'
import { wholeFormula } from '../../core/runs/wholeFormula.ts'
import { ExactLines } from '../../ui/ExactLines.tsx'
import { Formula } from '../../ui/Formula.tsx'
import { playheadOf, selectedOf, useLab, useSelected, useStep, workingAt } from './lab.ts'
import { afterFrame, useShownLater } from './later.ts'
import styles from './UpdateRule.module.css'

/** The rule that runs: general, and with this step's numbers. */
export function UpdateRule() {
  const lab = useLab()
  const shown = useShownLater(afterFrame)
  const { prepared, traces } = shown
  const selected = selectedOf(shown, useSelected())
  const step = Math.min(useStep(), Math.max(0, selected.trace.f.length - 2))
  const { index, run, trace } = workingAt(shown, selected, step)
  const lastStep = Math.max(0, trace.f.length - 2)
  const { written, variables } = prepared.loss
  const variable = variables[0] as string
  const { rule } = run
  const { optimizer } = run
  const schedule = run.schedule?.schedule
  const lines = useMemo(
    () => linesOf(rule, symbolsOf(optimizer, schedule), written, variable),
    [rule, optimizer, schedule, written, variable],
  )
  const roles = useMemo(() => rolesOf(rule), [rule])
  const nameOf = useCallback((source: Source) => nameOfSource(source, rule), [rule])
  const numbers = useMemo(
    () => ({
      of: (source: Source, k: number) => numberOf(source, trace, run, k),
      held: (condition: FormulaLine['conditions'][number], k: number) =>
        held(condition, trace, run, k),
      lastStep,
    }),
    [trace, run, lastStep],
  )
  return (
    <section aria-label="Update rule" className={styles.region}>
      <header className={styles.header}>
        <h2>
          Update rule
          {traces.length > 1 && (
            <span data-run={index} className={styles.whose}>
              {run.label}
            </span>
          )}
        </h2>
        <span>
          step {step} → {step + 1}
        </span>
      </header>
      <p className="visually-hidden">{spoken(lines, numbers.of, step)}</p>
      <ExactLines
        label="Formula"
        lines={lines.map((line) => () => exactLine(line, (source) => numbers.of(source, step)))}
      >
        <Formula
          lines={lines}
          roles={roles}
          nameOf={nameOf}
          numbers={numbers}
          playhead={playheadOf(lab)}
        />
      </ExactLines>
    </section>
  )
}

/** The typeset lines, each symbol marked with its name and its meaning. */
function linesOf(
  rule: Rule,
  symbols: ReadonlyMap<string, string>,
  loss: Expression,
  variable: string,
): FormulaLine[] {
  const roles = rolesOf(rule)
  const mark = (name: string, text: string) => {
    const role = roles.get(name)
    return `\\htmlData{name=${name}${role ? `,role=${role}` : ''}}{${text}}`
  }
  return wholeFormula(rule, loss, { variable, symbols, mark })
}

function nameOfSource(source: Source, rule: Rule): string {
  if (source.of === 'hyper') return source.name
  if (source.of === 'supplied') return rule.supplied[source.index]?.name ?? ''
  return source.of === 'line' ? (rule.lines[source.line]?.name ?? '') : source.of
}

/** The numbers of a step for screen readers. */
function spoken(
  lines: readonly FormulaLine[],
  of: (source: Source, k: number) => number,
  step: number,
): string {
  const results = lines.flatMap(({ name, result }) => {
    const value = result && of(result, step)
    return value === undefined || Number.isNaN(value)
      ? []
      : [`${name === 'x' ? 'next x' : bareName(name)} = ${plain(value)}`]
  })
  return `From step ${step} to ${step + 1}: ${results.join(', ')}.`
}
