// Sums, products and powers, with what school writes for them: |x|, x(x + 1), x y.
import { limits } from '../limits.ts'
import type { Complaint } from './adviser.ts'
import { Cursor, quotedList } from './cursor.ts'
import { apply, type Expression, number } from './expression.ts'
import { Mistake } from './mistake.ts'
import { type Operation, operations } from './operations.ts'
import { print } from './print.ts'
import { type Product, whole, withFactor, withNumber } from './product.ts'
import { type Token, unusualAt } from './tokens.ts'

export interface Reading {
  /** What is wrong with a name, if anything. */
  readonly complaint?: (name: string) => Complaint | undefined
  /** Whether prev(n) may be written, as in rules. */
  readonly previous?: boolean
  /** Whether the text is none that someone typed: it may be as long as it is. */
  readonly isOurs?: boolean
  /** Whether notation that is none of the grammar is read, where it has one reading. */
  readonly loosely?: boolean
}

export const binary: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(
    Object.entries(operations)
      .filter(([, row]) => row.sign && row.derivative.length === 2)
      .map(([operation, row]) => [row.sign, operation as Operation]),
  ),
  '%': 'mod',
}

const endings: Readonly<Record<string, number>> = { '^': 5, '*': 3, '/': 3, '%': 3, '//': 3 }
const beginnings: Readonly<Record<string, number>> = {
  '^': 4,
  '/': 4,
  '//': 4,
  '%': 4,
  '*': 3,
  '-': 3,
}
const signsOfSums = /^([-+<>]|[<>=!]=)$/

/** How tightly something must bind to stand behind a token, and before one: see operations.ts. */
const isFactor = ({ kind, text }: Token) => kind !== 'sign' || text === ')'
const levelBehind = (token: Token): number =>
  isFactor(token) ? 3 : (beginnings[token.text] ?? (signsOfSums.test(token.text) ? 1 : 0))
const levelBefore = ({ kind, text }: Token): number =>
  kind === 'end'
    ? 0
    : kind !== 'sign' || text === '('
      ? 5
      : (endings[text] ?? (signsOfSums.test(text) ? 1 : 0))

export abstract class Arithmetic extends Cursor {
  /** Where the text first leaves the grammar. */
  looseAt: number
  /** Whether something is of the grammar that elsewhere may be read otherwise: 1/2x, e^2x. */
  isDoubtful = false
  protected readonly reading: Reading
  private depth = 0
  /** How many bars are open since the last parenthesis. */
  private bars = 0
  /** Behind which token an exponent ends. */
  private raisedAt = -1

  constructor(text: string, reading: Reading = {}) {
    const { most, words } = limits.expression
    if (text.length > most && !reading.isOurs) throw new Mistake(words, most, text.length - most)
    super(text, reading.loosely)
    this.reading = reading
    this.looseAt = unusualAt(text)
  }

  protected abstract expression(): Expression

  /** What begins with a word. */
  protected abstract word(): Expression

  /** Something is read that is not of the grammar. */
  protected loosen(): void {
    if (this.looseAt < 0) this.looseAt = this.next.at
  }

  protected takeLoosely(...signs: string[]): string | undefined {
    const { at } = this.next
    const sign = this.take(...signs)
    if (sign && this.looseAt < 0) this.looseAt = at
    return sign
  }

  protected sum(): Expression {
    const isNegative = this.take('-')
    if (!isNegative) this.takeLoosely('+')
    let left = this.product(Boolean(isNegative))
    if (isNegative) left = apply('neg', left)
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      left = apply(binary[sign] as Operation, left, this.product())
    }
    return left
  }

  private product(isNegative = false): Expression {
    const from = this.at
    return this.productOf(this.signed(), from, isNegative)
  }

  /** The product whose first factor has been read; of −x % 2 the minus may be meant for x or for all. */
  protected productOf(first: Expression, from: number, isNegative = false): Expression {
    let product: Product = { how: 'mul', factor: first }
    for (;;) {
      const front = whole(product)
      const sign = this.take('*', '/') ?? this.takeLoosely('%', '//') ?? this.takeMod()
      if (sign === '//' || sign === '%') {
        const divisor = this.signed()
        const divide = (e: Expression) =>
          sign === '%' ? apply('mod', e, divisor) : apply('floor', apply('div', e, divisor))
        product = { how: 'mul', factor: divide(front) }
        if (!isNegative) continue
        throw this.unclear(from - 1, [divide(apply('neg', front)), apply('neg', divide(front))])
      } else if (sign) product = { front, how: binary[sign] as Operation, factor: this.signed() }
      else if (!this.continues) {
        if (this.next.kind === 'number' && this.last?.kind !== 'number')
          throw this.unclear(from, withNumber(product, this.number()))
        return front
      } else if (this.last?.kind === 'number' && this.next.text !== '|') {
        this.isDoubtful ||= product.how !== 'mul' || this.raisedAt === this.at
        product = { front, how: 'mul', factor: this.power() }
      } else product = { front, how: 'mul', factor: this.glued(product, from) }
    }
  }

  /** x mod 2, but not x mod(x, 2). */
  private takeMod(): string | undefined {
    if (this.next.text !== 'mod' || this.since(this.at + 1)[0]?.text === '(') return undefined
    this.loosen()
    this.at++
    return '%'
  }

  /** A factor that no sign joins to the product before it. */
  private glued(product: Product, from: number): Expression {
    this.loosen()
    const isRaised = this.raisedAt === this.at && this.last?.kind === 'word'
    const next = this.power()
    const [first, ...others] = withFactor(product, next, isRaised)
    if (first && others.length) throw this.unclear(from, [first, ...others])
    return next
  }

  /** Whether the next token begins a factor without a sign before it. */
  protected get continues(): boolean {
    const { kind, text } = this.next
    return kind === 'word' || text === '(' || (text === '|' && this.bars === 0)
  }

  protected unclear(from: number, readings: readonly Expression[]): Mistake {
    const offers = readings.map((e) => this.offered(e, from))
    return this.wrong(
      `this can be read in more than one way: write ${quotedList(offers)}`,
      [from, this.at],
      offers,
    )
  }

  /** An expression as it may be written in place of the tokens from one on up to here: it says the same there. */
  protected offered(e: Expression, from: number, until?: Token): string {
    const before = this.since(from - 1, from)[0]
    const after = until ?? this.next
    const text = print(e, Math.max(before ? levelBehind(before) : 0, levelBefore(after)))
    return before && isFactor(before) && /^[\d-]/.test(text) ? `(${text})` : text
  }

  protected signed(): Expression {
    if (++this.depth > limits.nesting.most) throw this.wrongNext(limits.nesting.words)
    const result = this.take('-') ? apply('neg', this.signed()) : this.power()
    this.depth--
    return result
  }

  protected power(): Expression {
    const base = this.atom()
    const { at } = this.next
    if (!this.take('^')) return base
    // Where a superscript ends can be seen.
    const isSuperscript = this.next.at === at
    const raised = apply('pow', base, this.signed())
    if (!isSuperscript) this.raisedAt = this.at
    return raised
  }

  protected atom(): Expression {
    if (this.take('(')) return this.closed(this.afresh(() => this.expression()))
    if (this.takeLoosely('|')) return this.barred()
    if (this.next.kind === 'number') return this.number()
    if (this.next.kind === 'word' || this.next.text === 'if') return this.word()
    throw this.expected('a number, a name or `(`')
  }

  /** Within parentheses bars begin anew. */
  protected afresh<T>(read: () => T): T {
    const { bars } = this
    this.bars = 0
    const result = read()
    this.bars = bars
    return result
  }

  private barred(): Expression {
    this.bars++
    const inner = this.expression()
    if (!this.take('|')) throw this.expected('`|`')
    this.bars--
    return apply('abs', inner)
  }

  private number(): Expression {
    const { text } = this.next
    const value = text === '∞' ? Infinity : Number(text)
    if (value === Infinity && text !== '∞')
      throw this.wrongNext(`\`${text}\` is too large for a number`)
    this.at++
    return number(value)
  }

  protected closed(inner: Expression): Expression {
    if (this.take(')')) return inner
    throw this.next.kind === 'end' ? this.expected('`)`') : this.leftover()
  }
}
