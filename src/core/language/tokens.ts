// Text to tokens. What people type and paste is understood here: −, ·, ×, ÷, π, ∞, ², ≤, ≥, **, the prefixes of math, np
// and torch, and signs that only look like those of the grammar.
import { Mistake } from './mistake.ts'

export interface Token {
  readonly kind: 'number' | 'word' | 'sign' | 'end'
  /** As the grammar writes it. */
  readonly text: string
  /** Where it stands in the text as typed. */
  readonly at: number
  readonly length: number
}

const digits = String.raw`(?:\d+(?:_\d+)*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`
const pattern = new RegExp(
  [
    String.raw`(?<space>[\s\u200b-\u200f\u2060\u2061\ufeff]+|(?:torch\.nn\.functional|torch\.nn|[Mm]ath|j?np|numpy|torch|tf|nn|F)\.(?=[A-Za-z]))`,
    `(?<number>${digits}|∞)`,
    String.raw`(?<sign>\*\*|\/\/|[<>!=]=|&&|(?<=^[^|]*)\|\|(?=[^|]*$)|[-−‐‑‒–—+*·∙⋅×∗•\u2062/÷∕⁄%^(){}[\]|,<>≤≥≠&?:])`,
    String.raw`(?<word>[A-Za-z]\w*|[π√∛])`,
    '(?<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)',
  ].join('|'),
  'y',
)

/** What is read as a sign or word of the grammar. */
const alike = new Map(
  Object.entries({
    '-': '−‐‑‒–—',
    '*': '·∙⋅×∗•\u2062',
    '/': '÷∕⁄',
    '(': '[{',
    ')': ']}',
    '<=': '≤',
    '>=': '≥',
    '!=': '≠',
    and: '&',
    pi: 'π',
    sqrt: '√',
    cbrt: '∛',
  }).flatMap(([meant, signs]) => [...signs].map((sign) => [sign, meant] as const)),
)
  .set('**', '^')
  .set('&&', 'and')
  .set('||', 'or')

/** Characters beyond those that the grammar always understood. */
const unusual = /[^\x20-\x7e\s\u200b\ufeff−–·∙⋅×÷π∞⁻⁰¹²³⁴⁵⁶⁷⁸⁹≤≥]|[[\]{}]/

const superscript = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Full-width signs and the letters of formulas as plain ones, each in its place. */
const narrowed = (text: string) =>
  text.replace(/[\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}]/gu, (c) =>
    c.normalize('NFKC').padEnd(c.length, '\u200b'),
  )

/** Where a text has the first sign that only looks like one of the grammar; −1 where it has none. */
export const unusualAt = (text: string): number => text.search(unusual)

/**
 * The tokens of a text, an end token last.
 * @throws Mistake at the first character that has no meaning
 */
export function tokensOf(typed: string): Token[] {
  const text = narrowed(typed)
  const tokens: Token[] = []
  const push = (kind: Token['kind'], written: string, at: number, length: number) =>
    tokens.push({ kind, text: alike.get(written) ?? written, at, length })
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const { number, word, raised, sign } = pattern.exec(text)?.groups ?? {}
    const length = pattern.lastIndex - at
    if (length <= 0) throw meaningless(typed, at)
    if (number) push('number', number.replaceAll('_', ''), at, length)
    else if (word) push('word', word, at, length)
    else if (sign) push('sign', sign, at, length)
    else if (raised) {
      push('sign', '^', at, length)
      if (raised.startsWith('⁻')) push('sign', '-', at, length)
      const exponent = [...raised.replace('⁻', '')].map((c) => superscript.indexOf(c)).join('')
      push('number', exponent, at, length)
    }
  }
  push('end', '', text.trimEnd().length, 0)
  return tokens
}

function meaningless(typed: string, at: number): Mistake {
  const [character = ''] = typed.slice(at)
  const sentence =
    character === '='
      ? 'type only what stands to the right of `=`'
      : character === '!'
        ? '`!` has no meaning here; there is no factorial'
        : /\p{L}/u.test(character)
          ? `\`${character}\` is not a letter from a to z`
          : `\`${character}\` has no meaning here`
  return new Mistake(sentence, at, character.length)
}
