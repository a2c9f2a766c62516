// The pieces that formulas are put together from.
import { scientific } from '../../number.ts'

/** A piece of a formula and what its neighbours must know of it. */
export interface Piece {
  readonly text: string
  /** How tightly it binds: see operations.ts. */
  readonly level: number
  readonly begins: 'digit' | 'minus' | 'fraction' | 'wide' | 'letter'
  readonly endsWithDigit?: boolean
  /** Higher than a line, so that parentheses must grow. */
  readonly tall?: boolean
  /** A symbol in a wrapper: a power goes inside, over the index. */
  readonly wrapped?: { readonly bare: string; readonly wrap: (text: string) => string }
}

export function inParentheses({
  text,
  tall,
  begins,
}: Pick<Piece, 'text' | 'tall' | 'begins'>): Piece {
  return {
    text: tall ? `\\left(${text}\\right)` : `(${text})`,
    level: 5,
    begins: begins === 'minus' ? 'minus' : 'letter',
    ...(tall && { tall }),
  }
}

/** Pieces in a row, with commas. */
export function joined(pieces: readonly Piece[]): Piece {
  const text = pieces.map((piece) => piece.text).join(', ')
  const tall = pieces.some((piece) => piece.tall)
  return { text, level: 0, begins: pieces[0]?.begins ?? 'letter', ...(tall && { tall }) }
}

/** Base and exponent, without needless braces. */
export const raised = (base: string, exponent: string) =>
  `${base}^${exponent.length === 1 ? exponent : `{${exponent}}`}`

/** A number of the text: as written, but 10^{-8} for 1e-8. */
export function numeral(value: number): Piece {
  if (value < 0 || Object.is(value, -0)) {
    return { ...numeral(-value), text: `-${numeral(-value).text}`, level: 1, begins: 'minus' }
  }
  if (value === Infinity) return { text: '\\infty', level: 5, begins: 'letter' }
  const { mantissa, exponent } = scientific(value, 15)
  if (exponent === undefined)
    return { text: mantissa, level: 5, begins: 'digit', endsWithDigit: true }
  const ten = `10^{${exponent}}`
  return mantissa === '1'
    ? { text: ten, level: 4, begins: 'digit' }
    : { text: `${mantissa} \\cdot ${ten}`, level: 3, begins: 'digit' }
}
