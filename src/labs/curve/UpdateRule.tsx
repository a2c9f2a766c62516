import { useCallback, useMemo } from 'react'
import { gradient } from '../../core/language/derivative.ts'
import type { Expression } from '../../core/language/expression.ts'
import { type FormulaLine, formulaOf, gradientLine } from '../../core/language/formula.ts'
import { rolesOf } from '../../core/language/roles.ts'
import type { Rule } from '../../core/language/rule.ts'
import type { Source } from '../../core/language/source.ts'
import { tidy } from '../../core/language/tidy.ts'
import { plain } from '../../core/number.ts'
import { hyperOf, type Optimizer } from '../../core/optimizers/optimizer.ts'
import { held, numberOf } from '../../core/runs/numbers.ts'
import type { Run } from '../../core/runs/prepare.ts'
import type { Trace } from '../../core/runs/trace.ts'
import { Formula } from '../../ui/Formula.tsx'
import { playheadOf, useLab, useStep } from './lab.ts'
import { afterFrame, useShownLater } from './later.ts'
import styles from './UpdateRule.module.css'

/** The rule that runs: general, and with this step's numbers. */
export function UpdateRule() {
  const lab = useLab()
  const { prepared, traces } = useShownLater(afterFrame)
  const run = prepared.runs[0] as Run
  const trace = traces[0] as Trace
  const lastStep = Math.max(0, trace.f.length - 2)
  const step = Math.min(useStep(), lastStep)
  const { written, variables } = prepared.loss
  const variable = variables[0] as string
  const { rule, optimizer } = run
  const lines = useMemo(
    () => linesOf(rule, optimizer, written, variable),
    [rule, optimizer, written, variable],
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
        <h2>Update rule</h2>
        <span>
          step {step} → {step + 1}
        </span>
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: a formula has no field set */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="Formula">
        <p className="visually-hidden">{spoken(lines, numbers.of, step)}</p>
        <Formula
          lines={lines}
          roles={roles}
          nameOf={nameOf}
          numbers={numbers}
          playhead={playheadOf(lab)}
        />
      </div>
    </section>
  )
}

function linesOf(
  rule: Rule,
  optimizer: Optimizer,
  loss: Expression,
  variable: string,
): FormulaLine[] {
  const roles = rolesOf(rule)
  const symbols = new Map(
    [...hyperOf(optimizer)].flatMap(([name, { symbol }]) =>
      symbol ? [[name, symbol] as const] : [],
    ),
  )
  const mark = (name: string, text: string) => {
    const role = roles.get(name)
    return `\\htmlData{name=${name}${role ? `,role=${role}` : ''}}{${text}}`
  }
  const writing = { variable, symbols, mark }
  const slope = tidy(gradient(loss, [variable])[0] as Expression)
  return [gradientLine(rule, writing, slope), ...formulaOf(rule, writing)]
}

function nameOfSource(source: Source, rule: Rule): string {
  if (source.of === 'hyper') return source.name
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
      : [`${name === 'x' ? 'next x' : name} = ${plain(value)}`]
  })
  return `From step ${step} to ${step + 1}: ${results.join(', ')}.`
}
