// The symbols of a rule's names: with the index of their time, the point by the letters of the loss, vectors bold.
import type { Style } from '../language/latex/latex.ts'
import type { Piece } from '../language/latex/piece.ts'
import { symbol, vectorSymbol } from '../language/latex/symbol.ts'
import { isCount, type Line, previousOf, type Rule } from '../rules/rule.ts'
import { bareName } from '../rules/sequence.ts'

export interface Writing {
  /** What the loss calls the coordinates of the point, in order. */
  readonly variables: readonly string[]
  /** Of which one the lines are; all of them are written as vectors. */
  readonly coordinate: number | 'all'
  /** The gradient has noise. */
  readonly noisy?: boolean
  /** Symbols that win over the usual ones. */
  readonly symbols?: ReadonlyMap<string, string>
  /** Wraps the symbol of a quantity or hyper-parameter. */
  readonly mark?: (name: string, text: string) => string
}

/** A rule, and how it is written down. */
export interface Typesetting {
  readonly rule: Rule
  readonly writing: Writing
}

/** A coordinate whose numbers a line shows. */
export interface Row {
  readonly coordinate: number
  /** The quantity there, as plain text: m; with several coordinates m_x, and the point x. */
  readonly name: string
}

/** Whether a name is a vector in this writing. */
export const isVector = (name: string, { rule, writing }: Typesetting): boolean =>
  writing.coordinate === 'all' &&
  writing.variables.length > 1 &&
  rule.varying.has(previousOf(name) ?? name)

/** The coordinates whose numbers stand in a quantity's line, one above the other. */
export function rowsOf(name: string, setting: Typesetting): Row[] {
  const { variables, coordinate } = setting.writing
  const bare = bareName(name)
  if (isVector(name, setting))
    return variables.map((variable, i) => ({ coordinate: i, name: rowName(bare, variable) }))
  const i = coordinate === 'all' ? 0 : coordinate
  const hasOthers = variables.length > 1 && setting.rule.varying.has(name)
  return [{ coordinate: i, name: hasOthers ? rowName(bare, variables[i] as string) : bare }]
}

const rowName = (name: string, variable: string) =>
  name === 'x' ? variable : `${name}_${variable}`

export const marked = ({ mark: wrap }: Writing, name: string, text: string): string =>
  wrap?.(name, text) ?? text

/** A name with the index of its time. */
export function signOf(name: string, index: string, setting: Typesetting): Piece {
  const { writing } = setting
  const bold = isVector(name, setting)
  const { variables, coordinate } = writing
  const letter =
    name === 'x' && !bold ? variables[coordinate === 'all' ? 0 : coordinate] : undefined
  const { text, simple, word } = (bold ? vectorSymbol : symbol)(
    letter ?? bareName(name),
    index,
    writing.symbols?.get(name),
  )
  const wrap = (bare: string) => marked(writing, name, bare)
  return {
    text: wrap(text),
    level: simple ? 5 : 4,
    begins: word ? 'wide' : 'letter',
    wrapped: { bare: text, wrap },
  }
}

/** Slots read before their line are of the step before; x is of the next step after its last line. */
export function leafOf(
  setting: Typesetting,
  { assigned, moved = false }: { readonly assigned: ReadonlySet<string>; readonly moved?: boolean },
): Style['leaf'] {
  const { rule } = setting
  return (name) => {
    const previous = previousOf(name)
    if (previous) return signOf(previous, 't-1', setting)
    if (name === 't') return { text: 't', level: 5, begins: 'letter' }
    if (isCount(name)) return countSign(name, setting)
    if (name === 'x' && moved) return signOf('x', 't+1', setting)
    const isTimed = name === 'lr' ? assigned.has('lr') : rule.timed.has(name)
    if (!isTimed) return signOf(name, '', setting)
    return signOf(name, rule.slots.includes(name) && !assigned.has(name) ? 't-1' : 't', setting)
  }
}

/** The steps already done; with a dash where a warm-up makes the schedule wait. */
function countSign(name: string, setting: Typesetting): Piece {
  const waits = setting.rule.lines.some((line) => line.name === name)
  return { ...signOf(name, '', setting), ...(waits && { text: "k'", level: 4 }) }
}

/** What a line computes, left of its sign. */
export function leftOf({ name }: Line, setting: Typesetting, moved: boolean): string {
  if (name === 'x') return signOf('x', moved ? 't+1' : 't', setting).text
  if (isCount(name)) return countSign(name, setting).text
  return signOf(name, setting.rule.timed.has(name) || name === 'lr' ? 't' : '', setting).text
}
