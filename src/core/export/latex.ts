// The rule of a run as LaTeX to be pasted: general, and with the numbers of one step.

import { held, numberOf } from '../descent/recorded.ts'
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { evenFigures, fewest } from '../formulas/figures.ts'
import { type FormulaLine, numberedRows } from '../formulas/formula.ts'
import { symbolsOf } from '../formulas/hyperSymbols.ts'
import { wholeFormula } from '../formulas/stepFormula.ts'
import { figuresBy, figuresFor, isSet } from '../formulas/writtenNumber.ts'
import { column } from '../language/latex/latex.ts'
import { exactFigures, scientific } from '../number.ts'
import { coordinateOf, type Source } from '../rules/source.ts'

/**
 * Two aligned blocks of LaTeX (amsmath): the rule, and the rule in the step from k to k + 1; with vectors for several
 * variables.
 * @param trace of that run
 */
export function latexOf(prepared: Prepared, run: Run, trace: Trace, k: number): string {
  const step = Math.max(0, Math.min(k, trace.f.length - 2))
  return latexOfLines(linesOf(prepared, run), {
    title: run.label,
    step,
    ...(trace.f.length > 1 && numbersOf(run, trace, step)),
  })
}

/** The lines of a run's rule, its schedule and its gradient. */
export const linesOf = ({ loss, noise }: Prepared, run: Run): FormulaLine[] =>
  wholeFormula(run.rule, loss.written, {
    variables: loss.variables,
    coordinate: 'all',
    noisy: noise > 0,
    symbols: symbolsOf(run.optimizer, run.schedule?.schedule),
  })

/** What the numbers of the step from k to k + 1 are, which was taken. */
export const numbersOf = (run: Run, trace: Trace, k: number): Numbers => ({
  of: (source, i) => numberOf(source, trace, run, k, i),
  held: (condition, i) => held(condition, trace, run, k, i),
})

/** What the numbers of a step are, where there are any. */
interface Numbers {
  readonly of: (source: Source, coordinate: number) => number
  readonly held: (condition: FormulaLine['conditions'][number], coordinate: number) => boolean
}

interface Step extends Partial<Numbers> {
  readonly title: string
  readonly step: number
}

/** Two aligned blocks of LaTeX (amsmath): lines in general, and with the numbers of the step from k to k + 1. */
export function latexOfLines(
  lines: readonly FormulaLine[],
  { title, step, of, held }: Step,
): string {
  const numbered = of && held ? inNumbers(lines, { of, held }) : aligned([])
  return `% ${title}\n${inGeneral(lines)}% Step ${step} to ${step + 1}\n${numbered}`
}

/** Lines as an aligned block, with letters. */
export const inGeneral = (lines: readonly FormulaLine[]): string =>
  aligned(lines.map(({ left, sign, right }) => `${left} &${sign} ${right}`))

/** The same with the numbers of a step. */
export const inNumbers = (lines: readonly FormulaLine[], numbers: Numbers): string =>
  aligned(lines.flatMap((line) => withNumbers(line, numbers)))

const aligned = (rows: readonly string[]) =>
  `\\begin{align*}\n${rows.map((row) => `  ${row}`).join(' \\\\\n')}\n\\end{align*}\n`

function withNumbers(line: FormulaLine, { of: number, held }: Numbers): string[] {
  const { result, rows } = line
  if (!line.numbers || !result) return []
  const results = rows.map(({ coordinate }) => number(result, coordinate))
  if (results.some(Number.isNaN)) return []
  const [even, needed] = [figuresBy(line, evenFigures), figuresFor(line)]
  /** One rounding in a line, if that leads to the result; else the result has fewer figures than what leads there. */
  const chosen = (i: number) => {
    const given = [(source: Source) => number(source, i), number(result, i)] as const
    const figures = even?.(...given)
    return [figures ?? needed?.(...given) ?? fewest, figures ?? fewest] as const
  }
  const right = column(
    numberedRows(line, (i) => {
      const [figures] = chosen(i)
      return {
        write: (source, level) =>
          written(
            number(source, coordinateOf(source, i)),
            isSet(source) ? exactFigures : figures,
            level,
          ),
        decide: (condition) => held(condition, i),
      }
    }),
  )
  const whole = column(
    rows.map(({ coordinate }, k) => written(results[k] as number, chosen(coordinate)[1], 0)),
  )
  const end = right === whole ? '' : ` = ${whole}`
  return [`${line.left} &${line.sign} ${right}${end}`]
}

/** A number in LaTeX, in parentheses where its place needs them (operations.ts has the levels). */
export function written(value: number, figures: number, level = 0): string {
  if (Number.isNaN(value)) return '\\text{undefined}'
  if (!Number.isFinite(value)) return value < 0 ? '-\\infty' : '\\infty'
  const { mantissa, exponent } = scientific(value, figures)
  const text = exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${exponent}}`
  const binds = text.startsWith('-') ? 1 : exponent === undefined ? 5 : 3
  return binds < level ? `(${text})` : text
}
