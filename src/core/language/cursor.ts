import { Mistake } from './mistake.ts'
import { separated } from './separators.ts'
import { type Token, tokensOf } from './tokens.ts'

const joining = /^(if|then|else|and|or|not)$/

/** A place among the tokens of a text. */
export class Cursor {
  protected at = 0
  private readonly tokens: readonly Token[]

  /** @param joins whether `if`, `then`, `else`, `and`, `or` and `not` join what stands beside them */
  constructor(text: string, joins = false) {
    this.tokens = tokensOf(text).map((token) =>
      joins && joining.test(token.text) ? { ...token, kind: 'sign' } : token,
    )
  }

  protected get next(): Token {
    return this.tokens[this.at] as Token
  }

  protected get last(): Token | undefined {
    return this.tokens[this.at - 1]
  }

  /** The tokens from a place on, up to here or to the end. */
  protected since(from: number, until?: number): readonly Token[] {
    return this.tokens.slice(from, until)
  }

  /** Moves past the next token if it is one of these signs. */
  protected take(...signs: string[]): string | undefined {
    const { kind, text } = this.next
    if (kind !== 'sign' || !signs.includes(text)) return undefined
    this.at++
    return text
  }

  /**
   * What is wrong with the tokens from one place up to another.
   * @param offers what may be written in their stead
   */
  protected wrong(
    sentence: string,
    [from, until]: readonly [number, number],
    offers: readonly string[] = [],
  ): Mistake {
    const first = this.tokens[from] as Token
    const last = this.tokens[Math.max(from, until - 1)] as Token
    return new Mistake(sentence, first.at, last.at + last.length - first.at, { offers })
  }

  protected wrongNext(sentence: string): Mistake {
    return this.wrong(sentence, [this.at, this.at + 1])
  }

  protected expected(what: string): Mistake {
    const { last, next } = this
    if (next.text === '+' && next.kind === 'sign') return this.wrongNext('leave out this `+`')
    const after = last ? ` after \`${last.text}\`` : ''
    const instead = next.kind === 'end' ? '' : ` instead of \`${next.text}\``
    return this.wrongNext(`expected ${what}${after}${instead}`)
  }

  /** Something complete stands before, and what follows does not continue it. */
  protected leftover(): Mistake {
    const { last, next } = this
    const isNumber = last?.kind === 'number'
    if (isNumber && next.text.startsWith('.') && next.at === last.at + last.length)
      return this.wrongNext(`a number has one decimal point, unlike \`${last.text}${next.text}\``)
    const [readings, count] = separated(isNumber ? this.since(this.at - 1) : [])
    if (readings.length) {
      const place = [this.at - 1, this.at - 1 + count] as const
      return this.wrong(`write ${quotedList(readings)}`, place, readings)
    }
    if (next.text === ')') return this.wrongNext('this `)` has no `(` before it')
    if (!isNumber || next.kind !== 'number') return this.expected('an operator or the end')
    const offers = [`${last.text}*${next.text}`]
    return this.wrong(`to multiply write ${quotedList(offers)}`, [this.at - 1, this.at + 1], offers)
  }
}

/** `a` or `b` */
export const quotedList = (offers: readonly string[]): string =>
  offers.map((offer) => `\`${offer}\``).join(' or ')
