// Numbers as they are written elsewhere: with a decimal comma, or in groups of three.
import type { Token } from './tokens.ts'

/** 1,000,000 and 1 000.5 */
const inThrees = /^[1-9]\d{0,2}([ ,])\d{3}(?:\1\d{3})*(?:\.\d*)?(?:e[-+]?\d+)?$/i
/** 0,5 and 1.000,5 and 1 000,5 */
const withComma = /^(?:\d+|[1-9]\d{0,2}([ .])\d{3}(?:\1\d{3})*),\d+(?:e[-+]?\d+)?$/i

/** How a number of groups should be written: 1,000 may be 1000, and it may be 1.000. */
function readings(number: string): string[] {
  const readings: string[] = []
  if (inThrees.test(number)) readings.push(number.replace(/[ ,]/g, ''))
  if (withComma.test(number)) readings.push(number.replace(/[ .]/g, '').replace(',', '.'))
  return readings
}

/** 0,5 and 1,000,000 and 1 000 as they may be written, and how many tokens they are; the first is a number. */
export function separated(
  tokens: readonly Token[],
): readonly [readings: readonly string[], count: number] {
  let text = ''
  let count = 0
  while (tokens.length) {
    const sign = text && tokens[count]?.text === ',' ? ',' : ''
    const group = tokens[count + (sign ? 1 : 0)]
    if (group?.kind !== 'number') break
    text += `${text && (sign || ' ')}${group.text}`
    count += sign ? 2 : 1
  }
  return [readings(text), count]
}

/** sin(0,5), sin(1,5*x): what stands inside, with a point for a comma between two whole numbers; or without the comma. */
export function decimalComma(inside: readonly Token[]): string[] {
  const at = inside.findIndex(
    ({ text }, i) => text === ',' && isWhole(inside[i - 1]) && isWhole(inside[i + 1]),
  )
  const around = inside.slice(Math.max(0, at - 1), at + 2).map(({ text }) => text)
  return readings(at < 0 ? '' : around.join('')).map((number) =>
    [...inside.slice(0, at - 1).map(({ text }) => text), number]
      .concat(inside.slice(at + 2).map(({ text }) => text))
      .join(''),
  )
}

/** max(0,5, x): whether a comma stands between two numbers as a point would. */
export const hasTightComma = (inside: readonly Token[]): boolean =>
  inside.some(({ text, at }, i) => {
    const [before, after] = [inside[i - 1], inside[i + 1]]
    const isTight = before && before.at + before.length === at && after?.at === at + 1
    return text === ',' && isTight && isWhole(before) && isWhole(after)
  })

const isWhole = (token: Token | undefined) => /^\d+$/.test(token?.text ?? '')
