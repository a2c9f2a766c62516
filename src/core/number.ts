// How numbers are written: for people, for formulas, for files.

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** An exponent or another number as superscript digits. */
export const raise = (exponent: number) =>
  `${exponent < 0 ? '⁻' : ''}${[...String(Math.abs(exponent))].map((d) => superscripts[Number(d)]).join('')}`

/** Mantissa and exponent of a number rounded to some figures; no exponent where plain decimals are as short. */
export function scientific(value: number, figures = 4): { mantissa: string; exponent?: number } {
  const rounded = Number(value.toPrecision(figures))
  const size = Math.abs(rounded)
  if (size === 0 || (size >= 1e-3 && size < 1e5)) return { mantissa: String(rounded) }
  const [mantissa = '', exponent] = rounded.toExponential().split('e')
  return { mantissa, exponent: Number(exponent) }
}

/** For people: four figures, a true minus sign, 3.41·10⁻⁸ for what is very small or large. */
export function plain(value: number, figures = 4): string {
  if (Number.isNaN(value)) return 'undefined'
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞'
  const { mantissa, exponent } = scientific(value, figures)
  const text = mantissa.replace('-', '−')
  if (exponent === undefined) return text
  return `${/^−?1$/.test(text) ? text.slice(0, -1) : `${text}·`}10${raise(exponent)}`
}

/** For formulas that change while they are read: as plain, but always with all its figures, so that widths hardly change. */
export function steady(value: number, figures = 4): string {
  if (!Number.isFinite(value)) return plain(value)
  if (value === 0) return '0.000'
  const { mantissa, exponent } = scientific(value, figures)
  const text = Number(mantissa).toPrecision(figures).replace('-', '−')
  if (text.includes('e')) return plain(value)
  return exponent === undefined ? text : `${text}·10${raise(exponent)}`
}

/** For counts: 1,000,000. The language's own way loads what it knows of all languages, which costs the first picture a while. */
export const counted = (count: number): string => count.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',')

/** A number without the exponent that its shortest writing may have: 1e-8 as 0.00000001. */
export function decimal(value: number): string {
  const [digits = '', exponent] = String(value).split('e')
  if (exponent === undefined) return digits
  if (Number(exponent) > 0) return String(BigInt(value))
  const places = (digits.split('.')[1]?.length ?? 0) - Number(exponent)
  return value.toFixed(Math.min(places, 100))
}

/** For files: the shortest decimal that reads back to the same double. */
export const exact = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

/** A number as files and links write it; NaN if it is none. */
export const parseNumber = (text: string): number =>
  /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN

/** What someone typed as a number, a decimal comma included; NaN if it is none. */
export const readNumber = (text: string): number =>
  parseNumber(
    text
      .trim()
      .replace('−', '-')
      .replace(/^([^.,]*),([^.,]*)$/, '$1.$2'),
  )

export const mostFigures = 15
/** What someone set is shown as it is: with so many figures every number that people type is. */
export const exactFigures = 12
/** Of the largest of some numbers: what is less is rounding. */
export const rounding = 1e-13

/** A number with as many figures as tell it from another one: "η·f̄″ = 2.002 > 2", not "2 > 2". */
export function distinct(value: number, from: number, figures = 4): string {
  let needed = figures
  while (needed < mostFigures && plain(value, needed) === plain(from, needed)) needed++
  return plain(value, needed)
}

/** How many figures tell numbers apart, at least so many. */
export function figuresFor(values: readonly number[], least: number): number {
  const noise = rounding * Math.max(0, ...values.map(Math.abs))
  const sorted = [...values].sort((a, b) => a - b)
  const isClear = (figures: number) =>
    sorted.every((value, i) => {
      const before = sorted[i - 1] ?? Number.NaN
      return !(value - before > noise) || plain(value, figures) !== plain(before, figures)
    })
  let figures = least
  while (figures < mostFigures && !isClear(figures)) figures++
  return figures
}
