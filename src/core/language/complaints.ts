// What the parser says where it cannot go on: what it expected, or the form that was probably meant.
import { Mistake } from './mistake.ts'
import { constants, functionNamed, operations } from './operations.ts'
import { likelyCall } from './spelling.ts'
import type { Token } from './tokens.ts'

/** The tokens around the place that is read. */
export interface Place {
  readonly last: Token | undefined
  /** The next token and all behind it, the end included. */
  readonly rest: readonly [Token, ...Token[]]
}

export const wrong = (sentence: string, token: Token): Mistake =>
  new Mistake(sentence, token.at, token.length)

export const startsAtom = ({ kind, text }: Token): boolean => kind === 'word' || text === '('

export function expected(what: string, { last, rest: [next] }: Place): Mistake {
  if (next.text === '+' && next.kind === 'sign') return wrong('leave out this `+`', next)
  const after = last ? ` after \`${last.text}\`` : ''
  const instead = next.kind === 'end' ? '' : ` instead of \`${next.text}\``
  return wrong(`expected ${what}${after}${instead}`, next)
}

const inverses = new Map([
  ['sin', 'asin'],
  ['cos', 'acos'],
  ['tan', 'atan'],
])

/** sin x, sin 2x, sin -x, sin^2(x), sin^-1(x), sin */
export function unopened(token: Token, place: Place): Mistake {
  const { rest } = place
  const [next, following] = rest
  if (next.text === '^') {
    if (following?.text !== '-') {
      const power = following?.kind === 'number' ? following.text : '2'
      return wrong(`write \`${token.text}(x)^${power}\` for a power of ${token.text}`, token)
    }
    const inverse = inverses.get(token.text)
    return wrong(
      `write ${inverse ? `\`${inverse}(x)\` or ` : ''}\`1/${token.text}(x)\` instead of a power −1`,
      token,
    )
  }
  const operand = operandIn(rest)
  const operation = functionNamed(token.text)
  const others = operation ? operations[operation].derivative.length - 1 : 0
  if (operand && others > 0)
    return wrong(
      `write \`${token.text}(${operand}${', …'.repeat(others)})\` with parentheses`,
      token,
    )
  return operand
    ? wrong(`write \`${token.text}(${operand})\` with parentheses`, token)
    : expected('`(`', place)
}

/** 2*x right behind a function is meant as a whole. */
const isFactor = (tokens: readonly Token[], i: number) =>
  tokens[i]?.text === '*' && tokens[i - 1]?.kind === 'number' && tokens[i + 1]?.kind === 'word'

/** What stands there up to the next sum, product or comma: what would have to go into the parentheses. */
function operandIn(tokens: readonly Token[]): string {
  const start = tokens[0]?.text === '-' ? 1 : 0
  const stops = (token: Token, i: number) =>
    token.kind === 'end' ||
    (token.kind === 'sign' && !['^', '('].includes(token.text) && !isFactor(tokens, i))
  const end = tokens.findIndex((token, i) => i >= start && stops(token, i))
  const inside = tokens.slice(start, end)
  if (inside.some(({ text }) => text === '(')) return ''
  const words = inside.map(({ text }, i) =>
    inside[i - 1]?.kind === 'word' && /\w/.test(text) ? ` ${text}` : text,
  )
  return inside.length ? `${start ? '-' : ''}${words.join('')}` : ''
}

/** x(x + 1), arctan(x), tahn(x), xsin(x) */
export function notAFunction(token: Token): Mistake {
  const { text } = token
  if (constants.has(text) && text.length > 1)
    return wrong(`\`${text}\` is a number; to multiply write \`${text}*(…)\``, token)
  if (text.length === 1)
    return wrong(`\`${text}\` is not a function; to multiply write \`${text}*(…)\``, token)
  const meant = likelyCall(text)
  return wrong(`\`${text}\` is not a function here${meant ? `; write \`${meant}\`` : ''}`, token)
}

/** Something complete stands before, and what follows does not continue it. */
export function leftover(place: Place): Mistake {
  const { last, rest } = place
  const [next] = rest
  if (last?.kind === 'number' && next.text.startsWith('.') && next.at === last.at + last.length)
    return wrong(`a number has one decimal point, unlike \`${last.text}${next.text}\``, next)
  const digits = last?.kind === 'number' ? separated(last, rest) : undefined
  if (digits) return wrong(`write \`${digits}\``, next)
  if (next.text === ')') return wrong('this `)` has no `(` before it', next)
  if (['if', 'and', 'or', 'not'].includes(next.text))
    return wrong(`write \`${likelyCall(next.text)}\` for what \`${next.text}\` says`, next)
  if (last && (next.kind === 'number' || startsAtom(next))) {
    const left = last.text === ')' ? '(…)' : last.text
    const called = functionNamed(next.text) ? `${next.text}(…)` : next.text
    return wrong(`to multiply write \`${left}*${next.text === '(' ? '(…)' : called}\``, next)
  }
  return expected('an operator or the end', place)
}

/** 0,5 and 1,000,000 and 1 000 as they should be written. */
function separated(last: Token, rest: readonly Token[]): string | undefined {
  const groups = [last.text]
  let comma = ''
  for (let i = 0; i < rest.length; ) {
    const sign = rest[i]?.text === ',' ? ',' : ''
    const group = rest[i + (sign ? 1 : 0)]
    if (group?.kind !== 'number') break
    comma ||= sign
    groups.push(group.text)
    i += sign ? 2 : 1
  }
  const [first = '', ...others] = groups
  if (others.length === 0) return undefined
  const inThrees = others.every((group) => /^\d{3}$/.test(group))
  if (inThrees && (others.length > 1 || !comma)) return groups.join('')
  if (!comma || others.length > 1) return undefined
  const thousands = /^\d{1,3}\.\d{3}$/.test(first) ? first.replace('.', '') : first
  return `${thousands}.${others[0]}`
}

/** sin(0,5), sin(1,5*x): a comma between two whole numbers where there are too many arguments. */
export function decimalComma(called: Token, inside: readonly Token[]): Mistake | undefined {
  const at = inside.findIndex(
    ({ text }, i) => text === ',' && isWhole(inside[i - 1]) && isWhole(inside[i + 1]),
  )
  if (at < 0) return undefined
  const texts = inside.map(({ text }, i) => (i === at ? '.' : text))
  return wrong(`write \`${called.text}(${texts.join('')}\` with a decimal point`, called)
}

const isWhole = (token: Token | undefined) => /^\d+$/.test(token?.text ?? '')
