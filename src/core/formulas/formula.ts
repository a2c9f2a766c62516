// core/formulas/: what is typeset: a rule or a step as lines with places for numbers.
//
// A rule as typeset lines: the general form, and the same with the numbers of one step. What is written is what ran.
import { type Expression, nodesOf } from '../language/expression.ts'
import { latex } from '../language/latex/latex.ts'
import { plainLeaf, symbol, vectorSymbol } from '../language/latex/symbol.ts'
import { constants } from '../language/operations/names.ts'
import type { Line, Rule } from '../rules/rule.ts'
import { bareName } from '../rules/sequence.ts'
import { type Source, sourceOf } from '../rules/source.ts'
import {
  isVector,
  leafOf,
  leftOf,
  marked,
  type Row,
  rowsOf,
  signOf,
  type Typesetting,
  type Writing,
} from './signs.ts'

/** One line of the formula. */
export interface FormulaLine {
  /** The quantity that it computes. */
  readonly name: string
  /** What stands left of the sign. */
  readonly left: string
  readonly sign: '=' | '\\gets'
  readonly right: string
  /** The right side with the numbers of one coordinate; absent where a start or a definition has none. */
  readonly numbers?: (writing: NumberWriting) => string
  readonly result?: Source
  /** The coordinates whose numbers and results it shows, one above the other; one where it is no vector. */
  readonly rows: readonly Row[]
  /** Its numbers are those of the whole point: they stand there once, however many rows the result has. */
  readonly isOfPoint?: true
  /** What is compared on the way, so that a view can tell when another branch is taken. */
  readonly conditions: readonly Sourced[]
  /** What the line computes from those numbers. */
  readonly computes?: Sourced
  /** The line belongs to the schedule. */
  readonly part?: 'schedule'
}

/** An expression as a line of the rule reads it. */
export interface Sourced {
  readonly expression: Expression
  /** Where the number is recorded that a name means there. */
  readonly source: (name: string) => Source
}

export interface NumberWriting {
  /** A number in a place that needs at least this level (operations.ts). */
  readonly write: (source: Source, level: number) => string
  readonly decide: (condition: Sourced) => boolean
}

/** The right side with numbers, row by row; nothing for a line without. */
export function numberedRows(
  { numbers, rows, isOfPoint }: FormulaLine,
  writingOf: (coordinate: number) => NumberWriting,
): string[] {
  const shown = isOfPoint ? rows.slice(0, 1) : rows
  return numbers ? shown.map(({ coordinate }) => numbers(writingOf(coordinate))) : []
}

/** The lines of a rule. */
export function formulaOf(rule: Rule, writing: Writing): FormulaLine[] {
  const setting = { rule, writing }
  return [
    ...startsOf(setting),
    ...suppliedLines(setting),
    ...rule.lines.flatMap((line, j) => [
      ruleLine(line, j, setting),
      ...(isLast(line, j, rule) ? suppliedLines(setting, line.name) : []),
    ]),
  ]
}

function ruleLine(line: Line, j: number, setting: Typesetting): FormulaLine {
  const { rule } = setting
  const lastX = rule.lines.findLastIndex(({ name }) => name === 'x')
  const assigned = new Set(['x', 'g', ...rule.lines.slice(0, j).map(({ name }) => name)])
  const moved = j > lastX
  const style = {
    leaf: leafOf(setting, { assigned, moved }),
    isVector: (name: string) => isVector(name, setting),
  }
  const source = (name: string) => sourceOf(name, rule, j)
  const rows = rowsOf(line.name, setting)
  const again = assigned.has(line.name) && j !== lastX
  return {
    name: line.name,
    left: leftOf(line, setting, j === lastX || moved),
    sign: again ? '\\gets' : '=',
    right: latex(line.value, style),
    // Rows of a vector are as high as a line: a/b.
    numbers: numbersOf(line.value, source, rows.length > 1),
    computes: { expression: line.value, source },
    result: { of: 'line', line: j, back: 0 },
    rows,
    conditions: conditionsIn(line.value).map((expression) => ({ expression, source })),
    ...(line.part && { part: line.part }),
  }
}

const isLast = ({ name }: Line, j: number, { lines }: Rule) =>
  lines.findLastIndex((line) => line.name === name) === j

/**
 * What is given to the rule, with its numbers.
 * @param of the line that it is made of
 */
const suppliedLines = (setting: Typesetting, of?: string): FormulaLine[] =>
  setting.rule.supplied.flatMap((supplied, index) => {
    if (supplied.of !== of) return []
    const { name, whole = false, way = [] } = supplied
    const source = { of: 'supplied', index, whole, back: 0 } as const
    const rows = rowsOf(name, setting)
    const result: FormulaLine = {
      name,
      left: signOf(name, supplied.fixed ? '' : 't', setting).text,
      sign: '=',
      right: suppliedText(supplied, setting),
      numbers: ({ write }) => write(source, 0),
      result: source,
      rows,
      conditions: [],
    }
    const unnumbered = ([left, right]: (typeof way)[number]) =>
      ({ name, left, sign: '=', right, rows, conditions: [] }) as const
    return [...way.map(unnumbered), result]
  })

/** How a method gets it. For several variables that is said of vectors, of which a single coordinate takes its part. */
function suppliedText(
  { name, latex: text }: Rule['supplied'][number],
  setting: Typesetting,
): string {
  const { variables, coordinate } = setting.writing
  if (variables.length === 1) return text
  const bold = text
    .replace('g_t^2', '\\lVert g_t \\rVert^2')
    .replace(/(?<![\\A-Za-z])[dgux](?=_)/g, (letter) => vectorSymbol(letter).text)
  if (coordinate === 'all' || !setting.rule.varying.has(name)) return bold
  const [whole, ...remarks] = bold.split(remark)
  const part = symbol(variables[coordinate] as string).text
  return [`\\left[${whole}\\right]_{${part}}`, ...remarks].join(remark)
}

/** What stands between a formula and what explains its symbols. */
const remark = ',\\; '

/** Starts that are 0, and those that would say a = a, are not shown. */
function startsOf(setting: Typesetting): FormulaLine[] {
  const { rule, writing } = setting
  // A start reads what the first step is given, by the schedule too.
  const scheduled = rule.lines.filter(({ part }) => part === 'schedule').map(({ name }) => name)
  const ofStep = new Set(['x', 'g', 'f', ...scheduled])
  const style = {
    leaf: (name: string) => signOf(name, ofStep.has(name) ? '1' : '', setting),
    isVector: (name: string) => isVector(name, setting),
  }
  return [...rule.starts]
    .filter(([, value]) => value.kind !== 'number' || value.value !== 0)
    .map(([name, value]) => {
      const sign = isVector(name, setting) ? vectorSymbol : symbol
      return {
        name,
        left: marked(writing, name, sign(bareName(name), '0').text),
        ...(bareName(name) === name ? {} : { part: 'schedule' as const }),
        sign: '=' as const,
        right: latex(value, style),
        rows: rowsOf(name, setting),
        conditions: [],
      }
    })
    .filter(({ left, right }) => bare(left) !== bare(right))
}

const bare = (text: string) => text.replace(/\\htmlData\{[^}]*\}/g, '').replaceAll(/[{}]/g, '')

const numbersOf =
  (value: Expression, source: (name: string) => Source, inline: boolean) =>
  ({ write, decide }: NumberWriting): string =>
    latex(value, {
      leaf: (name, level) =>
        constants.has(name)
          ? plainLeaf(name)
          : { text: write(source(name), level), level: 5, begins: 'letter' },
      decide: (expression) => decide({ expression, source }),
      inline,
    })

function conditionsIn(value: Expression): Expression[] {
  return nodesOf([value]).flatMap((e) =>
    e.kind === 'apply' && e.operation === 'where' ? [e.args[0] as Expression] : [],
  )
}
