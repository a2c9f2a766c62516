// Text to tokens. What people paste is understood here: −, ·, ×, ÷, π, ∞, ², ≤, ≥, ** and the prefixes of math, np and
// torch.
import { Mistake } from './mistake.ts'

export interface Token {
  readonly kind: 'number' | 'word' | 'sign' | 'end'
  /** As the grammar writes it. */
  readonly text: string
  /** Where it stands in the text as typed. */
  readonly at: number
  readonly length: number
}

const digits = String.raw`(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`
const pattern = new RegExp(
  [
    String.raw`(?<space>[\s\u200b\ufeff]+|(?:torch\.nn\.functional|math|np|numpy|torch|F)\.(?=[A-Za-z]))`,
    `(?<number>${digits}|∞)`,
    String.raw`(?<word>[A-Za-z]\w*|π)`,
    '(?<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)',
    String.raw`(?<sign>\*\*|<=|>=|==|[-−–+*·∙⋅×/÷^(),<>≤≥])`,
  ].join('|'),
  'y',
)

const plain = new Map(
  Object.entries({
    '−': '-',
    '–': '-',
    '·': '*',
    '∙': '*',
    '⋅': '*',
    '×': '*',
    '÷': '/',
    '**': '^',
    '≤': '<=',
    '≥': '>=',
    π: 'pi',
  }),
)
const superscript = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * The tokens of a text, an end token last.
 * @throws Mistake at the first character that has no meaning
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const push = (kind: Token['kind'], written: string, at: number, length: number) =>
    tokens.push({ kind, text: plain.get(written) ?? written, at, length })
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const { number, word, raised, sign } = pattern.exec(text)?.groups ?? {}
    const length = pattern.lastIndex - at
    if (length <= 0) throw meaningless(text, at)
    if (number) push('number', number, at, length)
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

function meaningless(text: string, at: number): Mistake {
  const [character = ''] = text.slice(at)
  const advice = adviceFor(character, text.slice(at + 1))
  return new Mistake(advice ?? `\`${character}\` has no meaning here`, at, character.length)
}

function adviceFor(character: string, rest: string): string | undefined {
  if (character === '|' && rest.startsWith('|')) return 'write `max(a, b)` for or'
  if (character === '|')
    return `write \`abs(${rest.split('|')[0]?.trim() || 'x'})\` instead of bars`
  if (character === '=') return 'type only what stands to the right of `=`'
  if ('[{'.includes(character)) return `write \`(\` instead of \`${character}\``
  if (']}'.includes(character)) return `write \`)\` instead of \`${character}\``
  if (character === '√') return 'write `sqrt(…)` for a root'
  if (character === '!') {
    return rest.startsWith('=')
      ? 'write `1 - (a == b)` instead of `!=`'
      : '`!` has no meaning here; there is no factorial'
  }
  if (character === '&') return 'write `(a)*(b)` for and'
  if (/\p{L}/u.test(character)) return `\`${character}\` is not a letter from a to z`
  return undefined
}
