// The rule of a run as LaTeX to be pasted: general, and with the numbers of one step.
import type { FormulaLine } from '../language/formula.ts'
import type { Source } from '../language/source.ts'
import { scientific } from '../number.ts'
import { fewest } from '../runs/figures.ts'
import { held, numberOf } from '../runs/numbers.ts'
import type { Prepared, Run } from '../runs/prepare.ts'
import { figuresFor, isSet } from '../runs/shown.ts'
import { symbolsOf } from '../runs/symbols.ts'
import type { Trace } from '../runs/trace.ts'
import { wholeFormula } from '../runs/wholeFormula.ts'

const exactFigures = 12

/**
 * Two aligned blocks of LaTeX (amsmath): the rule, and the rule in the step from k to k + 1.
 * @param trace of that run
 */
export function latexOf({ loss }: Prepared, run: Run, trace: Trace, k: number): string {
  const variable = loss.variables[0] as string
  const writing = { variable, symbols: symbolsOf(run.optimizer, run.schedule?.schedule) }
  const lines = wholeFormula(run.rule, loss.written, writing)
  const step = Math.max(0, Math.min(k, trace.f.length - 2))
  const general = lines.map(({ left, sign, right }) => `${left} &${sign} ${right}`)
  const numbered =
    trace.f.length > 1 ? lines.flatMap((line) => withNumbers(line, run, trace, step)) : []
  return `% ${run.label}\n${aligned(general)}% Step ${step} to ${step + 1}\n${aligned(numbered)}`
}

const aligned = (rows: readonly string[]) =>
  `\\begin{align*}\n${rows.map((row) => `  ${row}`).join(' \\\\\n')}\n\\end{align*}\n`

function withNumbers(line: FormulaLine, run: Run, trace: Trace, k: number): string[] {
  if (!line.numbers) return []
  const number = (source: Source) => numberOf(source, trace, run, k)
  const result = line.result && number(line.result)
  if (result !== undefined && Number.isNaN(result)) return []
  const figures = figuresFor(line)?.(number, result ?? 0) ?? fewest
  const right = line.numbers({
    write: (source, level) =>
      written(number(source), isSet(source) ? exactFigures : figures, level),
    decide: (condition) => held(condition, trace, run, k),
  })
  const whole = result === undefined ? right : written(result, fewest, 0)
  const end = right === whole ? '' : ` = ${whole}`
  return [`${line.left} &${line.sign} ${right}${end}`]
}

/** A number in LaTeX, in parentheses where its place needs them (operations.ts has the levels). */
function written(value: number, figures: number, level: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-\\infty' : '\\infty'
  const { mantissa, exponent } = scientific(value, figures)
  const text = exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${exponent}}`
  const binds = text.startsWith('-') ? 1 : exponent === undefined ? 5 : 3
  return binds < level ? `(${text})` : text
}
