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

/** Who has written a script. */
export const made = '# Made by Descent.'

/** What writes a number in Python as this program does. */
export const decimal = `def decimal(value):
    # The shortest decimal that reads back to the same number.
    if math.isnan(value):
        return 'NaN'
    if math.isinf(value):
        return 'Infinity' if value > 0 else '-Infinity'
    text = repr(value)
    if 1e-6 <= abs(value) < 1e21:
        text = format(Decimal(text), 'f')
    return (text[:-2] if text.endswith('.0') else text).replace('e-0', 'e-')`
