// Names and calls, with what school writes for them: sin x, sin^2(x), sin^-1(x).
import { limits } from '../limits.ts'
import { adviser, type Complaint } from './adviser.ts'
import { Arithmetic } from './arithmetic.ts'
import { quotedList } from './cursor.ts'
import { apply, type Expression, name, namesIn, number } from './expression.ts'
import { Mistake } from './mistake.ts'
import { constants, functionElsewhere, functionNamed } from './operations/names.ts'
import { type Operation, operations } from './operations.ts'
import { print } from './print.ts'
import { decimalComma, hasTightComma } from './separators.ts'
import { substitute } from './simplify.ts'
import { isVariable } from './spelling.ts'
import type { Token } from './tokens.ts'

const end: Token = { kind: 'end', text: '', at: 0, length: 0 }

export abstract class Calls extends Arithmetic {
  /** Reads another text of the language, one of ours. */
  protected abstract readOther(text: string): Expression

  protected word(): Expression {
    const token = this.next
    this.at++
    const operation =
      functionNamed(token.text) ??
      (this.next.text === '(' || this.reading.loosely ? functionElsewhere(token.text) : undefined)
    if (operation) return this.call(token, operation)
    if (token.text === 'prev' && this.reading.previous) return this.previous(token)
    if (this.next.text === '(' && !isVariable(token.text) && !constants.has(token.text))
      throw this.noFunction(token.text)
    const complaint = this.reading.complaint?.(token.text)
    if (complaint) throw this.unknown(complaint)
    return name(token.text)
  }

  /** A name that is none, with what may stand in its place: 1/xy is 1/(x*y), though xy^2 is x*y^2. */
  private unknown({ sentence, offers }: Complaint): Mistake {
    let said = sentence
    const fitting = offers.map((text) => {
      const form = this.understood(text)
      if (!form) return text
      const isProduct =
        form.kind === 'apply' && form.operation === 'mul' && namesIn(form).length > 1
      const fits = this.offered(form, this.at - 1, isProduct ? end : this.next)
      said = said.replace(`\`${text}\``, `\`${fits}\``)
      return fits
    })
    return this.wrong(said, [this.at - 1, this.at], fitting)
  }

  private call(token: Token, operation: Operation): Expression {
    const from = this.at - 1
    const power = this.takeLoosely('^') && this.exponent()
    const wrap = (...args: Expression[]) => {
      const called = apply(operation, ...args)
      if (!power) return called
      if (print(power) !== '-1') return apply('pow', called, power)
      const inverse = functionElsewhere(`arc${operation}`)
      if (inverse) return apply(inverse, ...args)
      const offers = [
        this.offered(apply('div', number(1), called), from),
        ...this.formsOf(`arc${operation}`, args, from),
      ]
      throw this.wrong(`write ${quotedList(offers)} instead of a power −1`, [from, this.at], offers)
    }
    if (!this.take('(')) return this.bare(operation, wrap, from)
    const inside = this.at
    const args = this.list()
    const { derivative, derivativeOfMany } = operations[operation]
    if (args.length > limits.args.most) throw this.wrong(limits.args.words, [from, from + 1])
    if (derivativeOfMany && args.length > derivative.length)
      this.isDoubtful ||= hasTightComma(this.since(inside, this.at))
    if (args.length === derivative.length || (derivativeOfMany && args.length > derivative.length))
      return wrap(...args)
    throw this.wrongArguments(token, args, from, inside)
  }

  /** A function of other arguments than it takes: with a decimal comma, or in another form than the one here. */
  private wrongArguments(
    { text }: Token,
    args: readonly Expression[],
    from: number,
    inside: number,
  ): Mistake {
    const { derivative, derivativeOfMany } = operations[functionNamed(text) ?? 'where']
    const isMore = args.length > derivative.length
    const decimal = isMore ? decimalComma(this.since(inside, this.at)) : []
    const offers = decimal.length
      ? decimal.map((list) => `${text}(${list}`)
      : this.reading.isOurs
        ? []
        : this.formsOf(text, args, from)
    const takes = `takes ${derivative.length}${derivativeOfMany ? ' or more' : ''} argument${derivative.length > 1 ? 's' : ''}, not ${args.length}`
    const written = `write ${quotedList(offers)}`
    return this.wrong(
      decimal.length
        ? `${written}${offers.length > 1 ? '' : ' with a decimal point'}`
        : `\`${text}\` ${takes}${offers.length ? `; ${written}` : ''}`,
      [from, offers.length ? this.at : from + 1],
      offers,
    )
  }

  /** The exponent of sin^2(x): nothing but a number, a name or what stands in parentheses. */
  private exponent(): Expression {
    return this.take('-') ? apply('neg', this.atom()) : this.atom()
  }

  /** sin x, sin 2x, sin 2pi x, sin -x^2: up to where someone else could go on. */
  private bare(
    operation: Operation,
    wrap: (arg: Expression) => Expression,
    from: number,
  ): Expression {
    const starts =
      this.continues || this.next.kind === 'number' || ['-', '|'].includes(this.next.text)
    if (!starts || operations[operation].derivative.length > 1) throw this.expected('`(`')
    this.loosen()
    const start = this.at
    const sign = (e: Expression) => (isNegative ? apply('neg', e) : e)
    const isNegative = this.take('-')
    let begin = this.at
    let arg = this.signed()
    while (this.at === begin + 1 && this.isCoefficient && this.isName(this.next)) {
      begin = this.at
      arg = apply('mul', arg, this.power())
    }
    const isOpen =
      (this.continues && this.last?.text !== '|') ||
      this.next.kind === 'number' ||
      ['*', '/', '%'].includes(this.next.text)
    if (!isOpen) return wrap(sign(arg))
    const end = this.at
    const outside = this.productOf(wrap(sign(arg)), from)
    this.at = end
    throw this.unclear(from, [outside, wrap(sign(this.productOf(arg, start)))])
  }

  private isName({ kind, text }: Token): boolean {
    return kind === 'word' && !functionNamed(text)
  }

  private get isCoefficient(): boolean {
    const { last } = this
    return last?.kind === 'number' || constants.has(last?.text ?? '')
  }

  private list(): Expression[] {
    return this.afresh(() => {
      const args = [this.expression()]
      while (this.take(',')) args.push(this.expression())
      if (!this.take(')'))
        throw this.next.kind === 'end' ? this.expected('`,` or `)`') : this.leftover()
      return args
    })
  }

  private previous(token: Token): Expression {
    if (!this.take('(')) throw this.expected('`(`')
    const inner = this.closed(this.expression())
    if (inner.kind !== 'name' || inner.name.startsWith('prev('))
      throw new Mistake('`prev(…)` takes the name of a quantity', token.at, token.length)
    return name(`prev(${inner.name})`)
  }

  /** A word before parentheses that is no function here: how to write what it may mean, of the same arguments. */
  private noFunction(word: string): Mistake {
    const from = this.at - 1
    const args = this.argumentsAhead()
    const exact = this.formsOf(word, args, from)
    const near = exact.length ? undefined : adviser().near(word)
    const offers = near ? this.formsOf(near, args, from) : exact
    const advice = near ? `; did you mean ${quotedList(offers)}?` : `; write ${quotedList(offers)}`
    const isKnown = offers.length > 0
    return this.wrong(
      `\`${word}\` is not a function here${isKnown ? advice : ''}`,
      [from, isKnown ? this.at : from + 1],
      offers,
    )
  }

  private argumentsAhead(): Expression[] {
    try {
      this.take('(')
      return this.list()
    } catch (error) {
      if (error instanceof Mistake) return []
      throw error
    }
  }

  /** What a word of some arguments may mean, as it may be typed in their place. */
  private formsOf(word: string, args: readonly Expression[], from: number): string[] {
    return adviser()
      .meantBy(word, args)
      .flatMap((text) => {
        const form = this.understood(text)
        const argument = (n: string) =>
          n.endsWith('_') ? args['abcdefgh'.indexOf(n[0] ?? '')] : undefined
        const isWhole = form && namesIn(form).every((n) => !n.endsWith('_') || argument(n))
        return isWhole ? [this.offered(substitute(form, argument, apply), from)] : []
      })
  }

  private understood(text: string): Expression | undefined {
    try {
      return this.readOther(text)
    } catch (error) {
      if (error instanceof Mistake) return undefined
      throw error
    }
  }
}
