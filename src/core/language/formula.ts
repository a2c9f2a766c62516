// A rule as typeset lines: the general form, and the same with the numbers of one step. What is written is what ran.
import { type Expression, nodesOf } from './expression.ts'
import { latex, type Style } from './latex.ts'
import { constants } from './operations.ts'
import type { Piece } from './piece.ts'
import { isCount, type Line, previousOf, type Rule } from './rule.ts'
import { bareName } from './sequence.ts'
import { type Source, sourceOf } from './source.ts'
import { plainLeaf, symbol } from './symbol.ts'

/** One line of the formula. */
export interface FormulaLine {
  /** The quantity that it computes. */
  readonly name: string
  /** What stands left of the sign. */
  readonly left: string
  readonly sign: '=' | '\\gets'
  readonly right: string
  /** The right side with numbers; absent where a start or a definition has none. */
  readonly numbers?: (writing: NumberWriting) => string
  readonly result?: Source
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

interface NumberWriting {
  /** A number in a place that needs at least this level (operations.ts). */
  readonly write: (source: Source, level: number) => string
  readonly decide: (condition: Sourced) => boolean
}

export interface Writing {
  /** How x is called: the variable of the loss. */
  readonly variable: string
  /** Symbols that win over the usual ones. */
  readonly symbols?: ReadonlyMap<string, string>
  /** Wraps the symbol of a quantity or hyper-parameter. */
  readonly mark?: (name: string, text: string) => string
}

/** The lines of a rule. */
export function formulaOf(rule: Rule, writing: Writing): FormulaLine[] {
  const lastX = rule.lines.findLastIndex((line) => line.name === 'x')
  return [
    ...startsOf(rule, writing),
    ...suppliedLines(rule, writing),
    ...rule.lines.map((line, j) => {
      const assigned = new Set(['x', 'g', ...rule.lines.slice(0, j).map((l) => l.name)])
      const moved = j > lastX
      const style = { leaf: leafOf(rule, writing, assigned, moved) }
      const source = (name: string) => sourceOf(name, rule, j)
      const again = assigned.has(line.name) && j !== lastX
      return {
        name: line.name,
        left: leftOf(line, rule, writing, j === lastX || moved),
        sign: again ? ('\\gets' as const) : ('=' as const),
        right: latex(line.value, style),
        numbers: numbersOf(line.value, source),
        computes: { expression: line.value, source },
        result: { of: 'line' as const, line: j, back: 0 as const },
        conditions: conditionsIn(line.value).map((expression) => ({ expression, source })),
        ...(line.part && { part: line.part }),
      }
    }),
  ]
}

/** What a method gives, with its numbers. */
const suppliedLines = (rule: Rule, writing: Writing): FormulaLine[] =>
  rule.supplied.map(({ name, latex, whole = false }, index) => {
    const source = { of: 'supplied', index, whole, back: 0 } as const
    return {
      name,
      left: signOf(name, 't', writing).text,
      sign: '=' as const,
      right: latex,
      numbers: ({ write }) => write(source, 0),
      result: source,
      conditions: [],
    }
  })

/** The gradient's line: g = f′(x) = …, with its number. Long derivatives are left out. */
export function gradientLine(rule: Rule, writing: Writing, derivative: Expression): FormulaLine {
  const leaf = leafOf(rule, writing, new Set(['x', 'g']), false)
  const x = leaf('x', 0).text
  const written =
    nodesOf([derivative]).length > longestDerivative
      ? ''
      : ` = ${latex(derivative, { leaf: variableLeaf(writing, leaf) })}`
  return {
    name: 'g',
    left: leaf('g', 0).text,
    sign: '=',
    right: `f'(${x})${written}`,
    numbers: ({ write }) => `f'(${write({ of: 'x', back: 0 }, 0)})`,
    result: { of: 'g', back: 0 },
    conditions: [],
  }
}

const longestDerivative = 45

/** In the derivative the variable of the loss is the point of this step; other letters are themselves. */
const variableLeaf =
  ({ variable }: Writing, leaf: Style['leaf']): Style['leaf'] =>
  (name, level) =>
    name === variable ? leaf('x', level) : plainLeaf(name)

/** Starts that are 0, and those that would say a = a, are not shown. */
function startsOf(rule: Rule, writing: Writing): FormulaLine[] {
  const leaf = leafOf({ ...rule, timed: new Set() }, writing, new Set(), false)
  return [...rule.starts]
    .filter(([, value]) => value.kind !== 'number' || value.value !== 0)
    .map(([name, value]) => ({
      name,
      left: mark(writing, name, symbol(bareName(name), '0').text),
      ...(bareName(name) === name ? {} : { part: 'schedule' as const }),
      sign: '=' as const,
      right: latex(value, { leaf }),
      conditions: [],
    }))
    .filter(({ left, right }) => bare(left) !== bare(right))
}

const bare = (text: string) => text.replace(/\\htmlData\{[^}]*\}/g, '').replaceAll(/[{}]/g, '')

const mark = ({ mark: wrap }: Writing, name: string, text: string) => wrap?.(name, text) ?? text

function signOf(name: string, index: string, writing: Writing): Piece {
  const shown = name === 'x' ? writing.variable : bareName(name)
  const { text, simple, word } = symbol(shown, index, writing.symbols?.get(name))
  const wrap = (bare: string) => mark(writing, name, bare)
  return {
    text: wrap(text),
    level: simple ? 5 : 4,
    begins: word ? 'wide' : 'letter',
    wrapped: { bare: text, wrap },
  }
}

/** Slots read before their line are of the step before; x is of the next step after its last line. */
function leafOf(
  rule: Rule,
  writing: Writing,
  assigned: ReadonlySet<string>,
  moved: boolean,
): Style['leaf'] {
  return (name) => {
    const previous = previousOf(name)
    if (previous) return signOf(previous, 't-1', writing)
    if (name === 't') return { text: 't', level: 5, begins: 'letter' }
    if (isCount(name)) return countSign(name, rule, writing)
    if (name === 'x' && moved) return signOf('x', 't+1', writing)
    const isTimed = name === 'lr' ? assigned.has('lr') : rule.timed.has(name)
    if (!isTimed) return signOf(name, '', writing)
    return signOf(name, rule.slots.includes(name) && !assigned.has(name) ? 't-1' : 't', writing)
  }
}

/** The steps already done; with a dash where a warm-up makes the schedule wait. */
function countSign(name: string, rule: Rule, writing: Writing): Piece {
  const waits = rule.lines.some((line) => line.name === name)
  return { ...signOf(name, '', writing), ...(waits && { text: "k'", level: 4 }) }
}

function leftOf(line: Line, rule: Rule, writing: Writing, moved: boolean): string {
  if (line.name === 'x') return signOf('x', moved ? 't+1' : 't', writing).text
  if (isCount(line.name)) return countSign(line.name, rule, writing).text
  return signOf(line.name, rule.timed.has(line.name) || line.name === 'lr' ? 't' : '', writing).text
}

const numbersOf =
  (value: Expression, source: (name: string) => Source) =>
  ({ write, decide }: NumberWriting): string =>
    latex(value, {
      leaf: (name, level) =>
        constants.has(name)
          ? plainLeaf(name)
          : { text: write(source(name), level), level: 5, begins: 'letter' },
      decide: (expression) => decide({ expression, source }),
    })

function conditionsIn(value: Expression): Expression[] {
  return nodesOf([value]).flatMap((e) =>
    e.kind === 'apply' && e.operation === 'where' ? [e.args[0] as Expression] : [],
  )
}
