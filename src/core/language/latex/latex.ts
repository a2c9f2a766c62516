// core/language/latex/: expressions as LaTeX: signs, pieces, and derivatives tidied for reading.
//
// Expressions as a textbook would print them. What the author wrote as one fraction stays one fraction; nothing is
// rearranged here (tidy.ts does that, where it is wanted).
import { type Application, type Expression, namesIn } from '../expression.ts'
import { type Operation, operations } from '../operations.ts'
import { inParentheses, joined, numeral, type Piece, raised } from './piece.ts'

export interface Style {
  /** How a name is written where at least this level is needed. */
  readonly leaf: (name: string, level: number) => Piece
  /** Where names are numbers: which branch of a where() is taken. Only that one is shown, and every product has a dot. */
  readonly decide?: (condition: Expression) => boolean
  /** Which names are vectors: a product of two of them says that it is taken element by element. */
  readonly isVector?: (name: string) => boolean
  /** a/b instead of a fraction, as in exponents. */
  readonly inline?: boolean
}

/** LaTeX of an expression. */
export const latex = (e: Expression, style: Style): string => pieceOf(e, style, 0, false).text

/** Rows one above the other, as a vector; a single row as it is. */
export function column(rows: readonly string[]): string {
  if (rows.length === 1) return rows.join()
  // Fractions would be small inside; and the distance counts from where a line without them ends.
  const isTall = rows.some((row) => /\\frac|\\begin/.test(row))
  const all = rows.map((row) => (isTall ? `\\displaystyle ${row}` : row))
  return `\\begin{pmatrix} ${all.join(isTall ? ' \\\\[0.7em] ' : ' \\\\ ')} \\end{pmatrix}`
}

/**
 * @param level what the place needs; what binds more loosely gets parentheses
 * @param followed whether a factor comes right behind, so that sin needs its parentheses
 */
function pieceOf(e: Expression, style: Style, level: number, followed: boolean): Piece {
  const piece = written(e, style, level, followed)
  return piece.level < level ? inParentheses(piece) : piece
}

function written(e: Expression, style: Style, level: number, followed: boolean): Piece {
  if (e.kind === 'name') return style.leaf(e.name, level)
  if (e.kind === 'number') return numeral(e.value)
  if (e.operation === 'where') return choice(e, style, level, followed)
  if (e.operation === 'mul') return product(e, style, followed)
  if (e.operation === 'div') return quotient(e, style)
  if (e.operation === 'pow') return power(e, style, followed)
  if (operations[e.operation].sign) return infix(e, style, followed)
  if (isNamed(e.operation)) return named(e, style, followed)
  return operations[e.operation].latex.endsWith('$()') ? listed(e, style) : enclosed(e, style)
}

/** a + b, −a, a < b */
function infix(e: Application, style: Style, followed: boolean): Piece {
  const { latex: template, level } = operations[e.operation]
  const parts: Piece[] = []
  const text = template.replace(/\$([ab])(\d)/g, (_, which: string, needed: string) => {
    const index = which === 'a' ? 0 : 1
    const last = index === e.args.length - 1
    const part = pieceOf(e.args[index] as Expression, style, Number(needed), followed && last)
    parts.push(part)
    return part.text
  })
  const tall = parts.some((part) => part.tall)
  return {
    text,
    level,
    begins: e.args.length === 1 ? 'minus' : (parts[0]?.begins ?? 'letter'),
    ...(parts.at(-1)?.endsWithDigit && { endsWithDigit: true }),
    ...(tall && { tall }),
  }
}

const isNamed = (operation: Operation) => operations[operation].latex.endsWith(' $af')

function named(e: Application, style: Style, followed: boolean): Piece {
  const { latex: template, level } = operations[e.operation]
  return calling(
    template.replace(' $af', ''),
    argument(e.args[0] as Expression, style, followed),
    level,
  )
}

/** A word and its argument: \sin x, \sin(x + 1). */
const calling = (word: string, { text, tall }: Piece, level: number): Piece => ({
  text: `${word}${/^(\(|\\left)/.test(text) ? '' : ' '}${text}`,
  level,
  begins: 'letter',
  ...(tall && { tall }),
})

/** max(a, b) */
function listed(e: Application, style: Style): Piece {
  const { latex: template, level } = operations[e.operation]
  const list = inParentheses(joined(e.args.map((arg) => pieceOf(arg, style, 0, false))))
  return { ...calling(template.replace('$()', ''), list, level), level }
}

/** Roots, powers of e, bars: what holds its argument together by itself. */
function enclosed(e: Application, style: Style): Piece {
  const { latex: template, level } = operations[e.operation]
  const [base = '', power] = template.split('^')
  const inner = pieceOf(
    e.args[0] as Expression,
    power ? { ...style, inline: true } : style,
    0,
    false,
  )
  if (power)
    return { text: raised(base, inner.text), level, begins: base === 'e' ? 'letter' : 'digit' }
  const [open = '', close = ''] = template.split('$a0')
  const grows = inner.tall && open.endsWith(' ')
  return {
    text: grows ? `\\left${open}${inner.text}\\right${close}` : `${open}${inner.text}${close}`,
    level,
    begins: 'letter',
    ...((inner.tall || !open.endsWith(' ')) && { tall: true }),
  }
}

/** sin x, sin(x + 1), and sin(x) where a factor follows. */
const argument = (e: Expression, style: Style, followed: boolean): Piece =>
  pieceOf(e, style, followed || e.kind === 'apply' ? 9 : 0, false)

function power(e: Application, style: Style, followed: boolean): Piece {
  const [base, exponent] = e.args as [Expression, Expression]
  const above = pieceOf(exponent, { ...style, inline: true }, 0, false).text
  if (base.kind === 'apply' && isNamed(base.operation) && !style.decide) {
    const word = operations[base.operation].latex.replace(' $af', '')
    return calling(raised(word, above), argument(base.args[0] as Expression, style, followed), 3)
  }
  const { wrapped, ...below } = pieceOf(base, style, 5, false)
  const text = wrapped ? wrapped.wrap(raised(wrapped.bare, above)) : raised(below.text, above)
  return { ...below, text, level: 4, endsWithDigit: false }
}

function quotient(e: Application, style: Style): Piece {
  const [a, b] = e.args as [Expression, Expression]
  const level = operations.div.level
  if (style.inline) {
    const [left, right] = [pieceOf(a, style, 3, true), pieceOf(b, style, 4, false)]
    return { text: `${left.text}/${right.text}`, level, begins: left.begins }
  }
  const [over, under] = [pieceOf(a, style, 0, false), pieceOf(b, style, 0, false)]
  return { text: `\\frac{${over.text}}{${under.text}}`, level, begins: 'fraction', tall: true }
}

function product(e: Application, style: Style, followed: boolean): Piece {
  const [a, b] = e.args as [Expression, Expression]
  const [left, right] = [pieceOf(a, style, 3, true), pieceOf(b, style, 3, followed)]
  const dot =
    style.decide ||
    right.begins === 'digit' ||
    right.begins === 'minus' ||
    (left.endsWithDigit && right.begins === 'fraction')
  const isElementwise = [a, b].every((e) => style.isVector && namesIn(e).some(style.isVector))
  const between = isElementwise
    ? ' \\odot '
    : dot
      ? ' \\cdot '
      : right.begins === 'wide'
        ? '\\,'
        : ' '
  return {
    text: `${left.text}${between}${right.text}`,
    level: operations.mul.level,
    begins: left.begins,
    ...(right.endsWithDigit && { endsWithDigit: true }),
    ...((left.tall || right.tall) && { tall: true }),
  }
}

function choice(e: Application, style: Style, level: number, followed: boolean): Piece {
  const [condition, yes, no] = e.args as [Expression, Expression, Expression]
  if (style.decide) return pieceOf(style.decide(condition) ? yes : no, style, level, followed)
  const rows = cases(e, style).join(' \\\\ ')
  return {
    text: `\\begin{cases} ${rows} \\end{cases}`,
    level: followed ? 0 : 5,
    begins: 'wide',
    tall: true,
  }
}

function cases(e: Expression, style: Style): string[] {
  if (e.kind !== 'apply' || e.operation !== 'where')
    return [`${latex(e, style)} & \\text{otherwise}`]
  const [condition, yes, no] = e.args as [Expression, Expression, Expression]
  return [`${latex(yes, style)} & \\text{if } ${latex(condition, style)}`, ...cases(no, style)]
}
