// expression = sum [ ("<" | "<=" | ">" | ">=" | "==") sum ]      not chained; a comparison is 1 or 0
// sum        = [ "-" ] product { ("+" | "-") product }            -x^2 = -(x^2)
// product    = signed { ("*" | "/") signed | power }              the last form only right after a number: 2x, 3(x + 1)
// signed     = "-" signed | power                                 x*-3, 2^-x
// power      = atom [ "^" signed ]                                2^3^2 = 2^(3^2)
// atom       = number | name | function "(" expression { "," expression } ")" | "(" expression ")"
import { apply, type Expression, name, number } from './expression.ts'
import { Mistake } from './mistake.ts'
import { functionNamed, functionNames, type Operation, operations } from './operations.ts'
import { likelyFunction, nearest } from './spelling.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface Reading {
  /** What is wrong with a name, if anything. */
  readonly complaint?: (name: string) => string | undefined
  /** Whether prev(n) may be written, as in rules. */
  readonly previous?: boolean
  /** Whether operations that only derivatives need may be called. */
  readonly internal?: boolean
}

const longest = 1000
const deepest = 100

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
  if (text.length > longest) {
    throw new Mistake(
      `the text is longer than ${longest} characters`,
      longest,
      text.length - longest,
    )
  }
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
    if (this.next.kind !== 'end') throw this.leftover()
    return root
  }

  private get next(): Token {
    return this.tokens[this.at] as Token
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

  private wrong(sentence: string, token = this.next): Mistake {
    return new Mistake(sentence, token.at, token.length)
  }

  private expected(what: string): Mistake {
    const after = this.last ? ` after \`${this.last.text}\`` : ''
    const instead = this.next.kind === 'end' ? '' : ` instead of \`${this.next.text}\``
    return this.wrong(`expected ${what}${after}${instead}`)
  }

  private expression(): Expression {
    const left = this.sum()
    const sign = this.take(...comparisons)
    if (!sign) return left
    const both = apply(binary[sign] as Operation, left, this.sum())
    if (comparisons.includes(this.next.text)) {
      throw this.wrong('comparisons do not chain: write `(a < b)*(b < c)`')
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
      else if (this.last?.kind === 'number' && this.startsAtom())
        left = apply('mul', left, this.power())
      else return left
    }
  }

  private startsAtom(): boolean {
    return this.next.kind === 'word' || this.next.text === '('
  }

  private signed(): Expression {
    if (++this.depth > deepest) throw this.wrong(`nested more than ${deepest} deep`)
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
    throw this.expected(operand)
  }

  private number(): Expression {
    const value = Number(this.next.text)
    if (!Number.isFinite(value)) throw this.wrong(`\`${this.next.text}\` is too large for a number`)
    this.at++
    return number(value)
  }

  private word(): Expression {
    const token = this.next
    this.at++
    const operation = functionNamed(token.text)
    const known = operation && (this.reading.internal || !operations[operation].internal)
    if (known) return this.call(token, operation)
    if (token.text === 'prev' && this.reading.previous) return this.previous(token)
    if (this.next.text === '(') throw this.notAFunction(token)
    const complaint = this.reading.complaint?.(token.text)
    if (complaint) throw this.wrong(complaint, token)
    return name(token.text)
  }

  private call(token: Token, operation: Operation): Expression {
    if (!this.take('(')) throw this.unopened(token)
    const args = this.list()
    const { derivative, derivativeOfMany } = operations[operation]
    const fits =
      args.length === derivative.length || (derivativeOfMany && args.length > derivative.length)
    if (!fits) {
      const count = `${derivative.length}${derivativeOfMany ? ' or more' : ''}`
      const noun = count === '1' ? 'argument' : 'arguments'
      throw this.wrong(`\`${token.text}\` takes ${count} ${noun}, not ${args.length}`, token)
    }
    return apply(operation, ...args)
  }

  private list(): Expression[] {
    const args = [this.expression()]
    while (this.take(',')) args.push(this.expression())
    if (!this.take(')'))
      throw this.next.kind === 'end' ? this.expected('`,` or `)`') : this.leftover()
    return args
  }

  private previous(token: Token): Expression {
    if (!this.take('(')) throw this.unopened(token)
    const inner = this.closed(this.expression())
    if (inner.kind !== 'name') throw this.wrong('`prev(…)` takes the name of a quantity', token)
    return name(`prev(${inner.name})`)
  }

  private closed(inner: Expression): Expression {
    if (this.take(')')) return inner
    throw this.next.kind === 'end' ? this.expected('`)`') : this.leftover()
  }

  /** sin x, sin^2(x), sin */
  private unopened(token: Token): Mistake {
    const { kind, text } = this.next
    const following = this.tokens[this.at + 1]
    if (kind === 'word' || kind === 'number') {
      return this.wrong(`write \`${token.text}(${text})\` with parentheses`, token)
    }
    if (text === '^' && following) {
      return this.wrong(
        `write \`${token.text}(x)^${following.text}\` for a power of ${token.text}`,
        token,
      )
    }
    return this.expected('`(`')
  }

  private notAFunction(token: Token): Mistake {
    const meant = likelyFunction(token.text) ?? nearest(token.text, functionNames)
    return this.wrong(
      meant
        ? `\`${token.text}\` is not a function here; write \`${meant}\``
        : `\`${token.text}\` is not a function; to multiply write \`${token.text}*(…)\``,
      token,
    )
  }

  /** Something complete stands before, and what follows does not continue it. */
  private leftover(): Mistake {
    const { last, next } = this
    const following = this.tokens[this.at + 1]
    if (next.text === ',' && last?.kind === 'number' && following?.kind === 'number') {
      return this.wrong(`write \`${last.text}.${following.text}\` with a decimal point`)
    }
    if (next.text === ')') return this.wrong('this `)` has no `(` before it')
    if (last && (next.kind === 'number' || this.startsAtom())) {
      const [left, right] = [
        last.text === ')' ? '(…)' : last.text,
        next.text === '(' ? '(…)' : next.text,
      ]
      return this.wrong(`to multiply write \`${left}*${right}\``)
    }
    return this.expected('an operator or the end')
  }
}
