// Numbers as they are written elsewhere: with a decimal comma, or in groups of three.
import type { Token } from './tokens.ts'

/** 0,5 and 1,000,000 and 1 000 as they should be written, and how many tokens they are; the first is a number. */
export function separated(
  tokens: readonly Token[],
): readonly [digits: string | undefined, count: number] {
  const groups: string[] = []
  let comma = ''
  let count = 0
  while (tokens.length) {
    const sign = groups.length && tokens[count]?.text === ',' ? ',' : ''
    const group = tokens[count + (sign ? 1 : 0)]
    if (group?.kind !== 'number') break
    comma ||= sign
    groups.push(group.text)
    count += sign ? 2 : 1
  }
  return [joined(groups, comma), count]
}

function joined([first = '', ...others]: readonly string[], comma: string): string | undefined {
  if (others.length === 0) return undefined
  const inThrees = others.every((group) => /^\d{3}$/.test(group))
  if (inThrees && (others.length > 1 || !comma)) return [first, ...others].join('')
  if (!comma || others.length > 1) return undefined
  const thousands = /^\d{1,3}\.\d{3}$/.test(first) ? first.replace('.', '') : first
  return `${thousands}.${others[0]}`
}

/** sin(0,5), sin(1,5*x): what stands inside, with a point for a comma between two whole numbers. */
export function decimalComma(inside: readonly Token[]): string | undefined {
  const at = inside.findIndex(
    ({ text }, i) => text === ',' && isWhole(inside[i - 1]) && isWhole(inside[i + 1]),
  )
  return at < 0 ? undefined : inside.map(({ text }, i) => (i === at ? '.' : text)).join('')
}

const isWhole = (token: Token | undefined) => /^\d+$/.test(token?.text ?? '')
