// expression = sum [ ("<" | "<=" | ">" | ">=" | "==") sum ]      not chained; a comparison is 1 or 0
// sum        = [ "-" ] product { ("+" | "-") product }            -x^2 = -(x^2)
// product    = signed { ("*" | "/") signed | power }              the last form only right after a number: 2x, 3(x + 1)
// signed     = "-" signed | power                                 x*-3, 2^-x
// power      = atom [ "^" signed ]                                2^3^2 = 2^(3^2)
// atom       = number | "∞" | name | function "(" expression { "," expression } ")" | "(" expression ")"

import { limits } from '../limits.ts'
import {
  decimalComma,
  expected,
  leftover,
  notAFunction,
  type Place,
  startsAtom,
  unopened,
  wrong,
} from './complaints.ts'
import { apply, type Expression, name, number } from './expression.ts'
import { Mistake } from './mistake.ts'
import { functionNamed, type Operation, operations } from './operations.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface Reading {
  /** What is wrong with a name, if anything. */
  readonly complaint?: (name: string) => string | undefined
  /** Whether prev(n) may be written, as in rules. */
  readonly previous?: boolean
  /** Whether the text is none that someone typed: it may be as long as it is. */
  readonly isOurs?: boolean
}

const binary: Readonly<Record<string, Operation>> = Object.fromEntries(
  Object.entries(operations)
    .filter(([, row]) => row.sign && row.derivative.length === 2)
    .map(([operation, row]) => [row.sign, operation as Operation]),
)
const comparisons = ['<', '<=', '>', '>=', '==']
const operand = 'a number, a name or `(`'

/**
 * Reads an expression of the language.
 * @throws Mistake with the place and what was expected there
 */
export function parse(text: string, reading: Reading = {}): Expression {
  const { most, words } = limits.expression
  if (text.length > most && !reading.isOurs) throw new Mistake(words, most, text.length - most)
  return new Parser(tokensOf(text), reading).whole()
}

class Parser {
  private readonly tokens: readonly Token[]
  private readonly reading: Reading
  private at = 0
  private depth = 0

  constructor(tokens: readonly Token[], reading: Reading) {
    this.tokens = tokens
    this.reading = reading
  }

  whole(): Expression {
    const root = this.expression()
    if (this.next.kind !== 'end') throw leftover(this.here)
    return root
  }

  private get next(): Token {
    return this.tokens[this.at] as Token
  }

  /** The tokens around the place that is read. */
  private get here(): Place {
    return { last: this.last, rest: this.tokens.slice(this.at) as [Token, ...Token[]] }
  }

  private get last(): Token | undefined {
    return this.tokens[this.at - 1]
  }

  /** Moves past the next token if it is one of these signs. */
  private take(...signs: string[]): string | undefined {
    const { kind, text } = this.next
    if (kind !== 'sign' || !signs.includes(text)) return undefined
    this.at++
    return text
  }

  private expression(): Expression {
    const left = this.sum()
    const sign = this.take(...comparisons)
    if (!sign) return left
    const both = apply(binary[sign] as Operation, left, this.sum())
    if (comparisons.includes(this.next.text)) {
      throw wrong('comparisons do not chain: write `(a < b)*(b < c)`', this.next)
    }
    return both
  }

  private sum(): Expression {
    let left = this.take('-') ? apply('neg', this.product()) : this.product()
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      left = apply(binary[sign] as Operation, left, this.product())
    }
    return left
  }

  private product(): Expression {
    let left = this.signed()
    for (;;) {
      const sign = this.take('*', '/')
      if (sign) left = apply(binary[sign] as Operation, left, this.signed())
      else if (this.last?.kind === 'number' && startsAtom(this.next))
        left = apply('mul', left, this.power())
      else return left
    }
  }

  private signed(): Expression {
    if (++this.depth > limits.nesting.most) throw wrong(limits.nesting.words, this.next)
    const result = this.take('-') ? apply('neg', this.signed()) : this.power()
    this.depth--
    return result
  }

  private power(): Expression {
    const base = this.atom()
    return this.take('^') ? apply('pow', base, this.signed()) : base
  }

  private atom(): Expression {
    if (this.take('(')) return this.closed(this.expression())
    if (this.next.kind === 'number') return this.number()
    if (this.next.kind === 'word') return this.word()
    throw expected(operand, this.here)
  }

  private number(): Expression {
    const value = this.next.text === '∞' ? Infinity : Number(this.next.text)
    if (value === Infinity && this.next.text !== '∞')
      throw wrong(`\`${this.next.text}\` is too large for a number`, this.next)
    this.at++
    return number(value)
  }

  private word(): Expression {
    const token = this.next
    this.at++
    const operation = functionNamed(token.text)
    if (operation) return this.call(token, operation)
    if (token.text === 'prev' && this.reading.previous) return this.previous(token)
    if (this.next.text === '(') throw notAFunction(token)
    const complaint = this.reading.complaint?.(token.text)
    if (complaint) throw wrong(complaint, token)
    return name(token.text)
  }

  private call(token: Token, operation: Operation): Expression {
    if (!this.take('(')) throw unopened(token, this.here)
    const from = this.at
    const args = this.list()
    if (args.length > limits.args.most) throw wrong(limits.args.words, token)
    const { derivative, derivativeOfMany } = operations[operation]
    const fits =
      args.length === derivative.length || (derivativeOfMany && args.length > derivative.length)
    if (!fits) {
      const count = `${derivative.length}${derivativeOfMany ? ' or more' : ''}`
      const noun = count === '1' ? 'argument' : 'arguments'
      const decimal =
        args.length > derivative.length && decimalComma(token, this.tokens.slice(from, this.at))
      if (decimal) throw decimal
      throw wrong(`\`${token.text}\` takes ${count} ${noun}, not ${args.length}`, token)
    }
    return apply(operation, ...args)
  }

  private list(): Expression[] {
    const args = [this.expression()]
    while (this.take(',')) args.push(this.expression())
    if (!this.take(')'))
      throw this.next.kind === 'end' ? expected('`,` or `)`', this.here) : leftover(this.here)
    return args
  }

  private previous(token: Token): Expression {
    if (!this.take('(')) throw unopened(token, this.here)
    const inner = this.closed(this.expression())
    if (inner.kind !== 'name' || inner.name.startsWith('prev('))
      throw wrong('`prev(…)` takes the name of a quantity', token)
    return name(`prev(${inner.name})`)
  }

  private closed(inner: Expression): Expression {
    if (this.take(')')) return inner
    throw this.next.kind === 'end' ? expected('`)`', this.here) : leftover(this.here)
  }
}
