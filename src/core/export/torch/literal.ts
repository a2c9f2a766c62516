// Values as Python writes them.
import type { HyperArgument, Kind } from '../../hyper.ts'

/** A number of type float: 2 is 2.0, since whole numbers would make tensors of whole numbers. */
export function float(value: number): string {
  if (Number.isNaN(value)) return 'math.nan'
  if (!Number.isFinite(value)) return value < 0 ? '-math.inf' : 'math.inf'
  const text = Object.is(value, -0) ? '-0' : String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

/** A number in an expression: whole where it is, as long as Python and a double mean the same by it. */
export const numeral = (value: number): string =>
  Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : float(value)

/** A text in quotes. */
export const quoted = (text: string): string =>
  `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`

/** A value of a hyper-parameter of some kind. */
export const single = (value: number | boolean, { whole }: Pick<Kind, 'whole'>): string =>
  typeof value === 'boolean'
    ? value
      ? 'True'
      : 'False'
    : whole && Number.isSafeInteger(value)
      ? String(value)
      : float(value)

/** A variant by its name, or none. */
export const variant = (value: HyperArgument): string =>
  value === null ? 'None' : quoted(String(value))

/** What stands behind # must stay in its line. */
export const comment = (text: string): string =>
  `# ${text.replace(/\p{Cc}|\p{Cs}/gu, ' ')}`.trimEnd()

/** Lines further to the right. */
export const indented = (text: string, by = 1): string =>
  text.replace(/^(?=.)/gm, '    '.repeat(by))
