// A number as people type it: 0.5, 0,5, 1e-3, 10%, and what can be reckoned: 1/2, 2*0.3, 2^-3, pi/4.
import { readNumber } from '../number.ts'
import { namesIn } from './expression.ts'
import { Mistake } from './mistake.ts'
import { constants } from './operations/names.ts'
import { parse } from './parse.ts'
import { evaluate } from './program.ts'

/** 1,250 is a thousand and more here, and less than two there; 0,250 is no thousand. */
const thousandOrPoint = /(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d,])/

/** What someone typed as a number; NaN if it is none, nothing if it only is not yet one: `1/`, `-`, `1e`. */
export function typedNumber(text: string): number | undefined {
  if (thousandOrPoint.test(text)) return Number.NaN
  const plain = readNumber(text)
  // A number field knows no −0.
  if (!Number.isNaN(plain)) return plain + 0
  const [isPart, hundredths = ''] = /^(.*)%\s*$/.exec(text) ?? []
  // Of what is reckoned, 1/2% or 5 + 10%, it is not clear what the hundredths are of.
  if (isPart) return readNumber(hundredths) / 100 + 0
  const written = text.replace(/(\d),(?=\d)/g, '$1.').trimEnd()
  // Behind a digit an e that is the last sign waits for its exponent, and a _ for more digits.
  if (/\d(?:e[-+]?|_)$/i.test(written)) return undefined
  try {
    const e = parse(written, { loosely: true })
    const isNumber = namesIn(e).every((name) => constants.has(name))
    return isNumber ? unspoilt(evaluate(e, () => Number.NaN)) + 0 : Number.NaN
  } catch (error) {
    if (error instanceof Mistake) return error.at < written.length ? Number.NaN : undefined
    throw error
  }
}

/** Why a text is no number that could be used, with what may be meant. */
export function noNumber(text: string): string {
  const typed = text.trim()
  try {
    parse(typed, { loosely: true })
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    if (error.offers.length) return `\`${typed}\` is not one number: ${error.sentence}`
  }
  return `\`${typed}\` is not a number`
}

/** 10^-4 is 0.0001, though rounding on the way may say 0.00009999999999999999. */
function unspoilt(value: number): number {
  const short = Number(value.toPrecision(15))
  return String(short).length < String(value).length - 6 ? short : value
}
