// What the parser says where it cannot go on: what it expected, or the form that was probably meant.
import { Mistake } from './mistake.ts'
import { functionNames } from './operations.ts'
import { likelyFunction, nearest } from './spelling.ts'
import type { Token } from './tokens.ts'

/** The tokens around the place that is read. */
export interface Place {
  readonly last: Token | undefined
  readonly next: Token
  readonly following: Token | undefined
}

export const wrong = (sentence: string, token: Token): Mistake =>
  new Mistake(sentence, token.at, token.length)

export const startsAtom = ({ kind, text }: Token): boolean => kind === 'word' || text === '('

export function expected(what: string, { last, next }: Place): Mistake {
  const after = last ? ` after \`${last.text}\`` : ''
  const instead = next.kind === 'end' ? '' : ` instead of \`${next.text}\``
  return wrong(`expected ${what}${after}${instead}`, next)
}

/** sin x, sin^2(x), sin */
export function unopened(token: Token, place: Place): Mistake {
  const { next, following } = place
  if (next.kind === 'word' || next.kind === 'number') {
    return wrong(`write \`${token.text}(${next.text})\` with parentheses`, token)
  }
  if (next.text === '^' && following) {
    return wrong(`write \`${token.text}(x)^${following.text}\` for a power of ${token.text}`, token)
  }
  return expected('`(`', place)
}

/** x(x + 1), arctan(x), tahn(x) */
export function notAFunction(token: Token): Mistake {
  const meant = likelyFunction(token.text) ?? nearest(token.text, functionNames)
  return wrong(
    meant
      ? `\`${token.text}\` is not a function here; write \`${meant}\``
      : `\`${token.text}\` is not a function; to multiply write \`${token.text}*(…)\``,
    token,
  )
}

/** Something complete stands before, and what follows does not continue it. */
export function leftover(place: Place): Mistake {
  const { last, next, following } = place
  if (next.text === ',' && last?.kind === 'number' && following?.kind === 'number') {
    return wrong(`write \`${last.text}.${following.text}\` with a decimal point`, next)
  }
  if (next.text === ')') return wrong('this `)` has no `(` before it', next)
  if (last && (next.kind === 'number' || startsAtom(next))) {
    const left = last.text === ')' ? '(…)' : last.text
    const right = next.text === '(' ? '(…)' : next.text
    return wrong(`to multiply write \`${left}*${right}\``, next)
  }
  return expected('an operator or the end', place)
}
