// expression = sum [ ("<" | "<=" | ">" | ">=" | "==") sum ]      not chained; a comparison is 1 or 0
// sum        = [ "-" ] product { ("+" | "-") product }            -x^2 = -(x^2)
// product    = signed { ("*" | "/") signed | power }              the last form only right after a number: 2x, 3(x + 1)
// signed     = "-" signed | power                                 x*-3, 2^-x
// power      = atom [ "^" signed ]                                2^3^2 = 2^(3^2)
// atom       = number | "∞" | name | function "(" expression { "," expression } ")" | "(" expression ")"
//
// Besides, the notation of school and of Python where it has one reading: |x|, sin x, sin^2(x), sin^-1(x), x(x + 1), x y,
// a if c else b, if c then a else b, c ? a : b, and, or, not, !=, %, mod, //. Where it has two, both are offered.

import { adviser } from './adviser.ts'
import { binary, type Reading } from './arithmetic.ts'
import { Calls } from './calls.ts'
import { quotedList } from './cursor.ts'
import { apply, type Expression, number } from './expression.ts'
import { Mistake } from './mistake.ts'
import { compares, type Operation } from './operations.ts'
import { print } from './print.ts'

const comparisons = ['<', '<=', '>', '>=', '==', '!=']

/**
 * Reads an expression of the language.
 * @throws Mistake with the place and what was expected there
 */
export function parse(text: string, reading: Reading = {}): Expression {
  try {
    return new Parser(text, reading).whole()
  } catch (error) {
    const read = (other: string) => new Parser(other, reading).whole()
    throw (error instanceof Mistake && adviser().instead(text, read)) || error
  }
}

/** How a text was read that is not of the grammar itself, or may be read otherwise elsewhere, as the grammar writes it. */
export function readAs(text: string, reading: Reading): string | undefined {
  const parser = new Parser(text, { ...reading, loosely: true })
  const root = parser.whole()
  return parser.looseAt < 0 && !parser.isDoubtful ? undefined : print(root)
}

class Parser extends Calls {
  whole(): Expression {
    const root = this.expression()
    if (this.next.kind !== 'end') throw this.leftover()
    if (this.looseAt < 0 || this.reading.loosely) return root
    const offers = [print(root)]
    throw new Mistake(`write ${quotedList(offers)}`, this.looseAt, 0)
  }

  protected expression(): Expression {
    if (this.next.text === 'if' && this.since(this.at).some(({ text }) => text === 'then')) {
      this.takeLoosely('if')
      const condition = this.either()
      if (!this.take('then')) throw this.expected('`then`')
      return apply('where', condition, this.either(), this.behind('else'))
    }
    const first = this.either()
    if (this.takeLoosely('if')) {
      const condition = this.either()
      return apply('where', condition, first, this.behind('else'))
    }
    if (!this.takeLoosely('?')) return first
    const yes = this.expression()
    return apply('where', first, yes, this.behind(':'))
  }

  protected readOther(text: string): Expression {
    return new Parser(text, { isOurs: true }).whole()
  }

  private behind(sign: string): Expression {
    if (!this.take(sign)) throw this.expected(`\`${sign}\``)
    return this.expression()
  }

  private either(): Expression {
    let left = this.both()
    while (this.takeLoosely('or')) left = this.joined('max', left, this.both())
    return left
  }

  private both(): Expression {
    let left = this.denied()
    while (this.takeLoosely('and')) left = this.joined('mul', left, this.denied())
    return left
  }

  private denied(): Expression {
    return this.takeLoosely('not')
      ? this.joined('sub', number(1), this.denied())
      : this.comparison()
  }

  private joined(operation: Operation, left: Expression, right: Expression): Expression {
    if ((left === number(1) || isTruth(left)) && isTruth(right))
      return apply(operation, left, right)
    throw this.wrong('`and`, `or` and `not` are for comparisons', [this.at - 1, this.at])
  }

  private comparison(): Expression {
    const from = this.at
    const left = this.sum()
    const sign = this.take(...comparisons)
    if (!sign) return left
    if (sign === '!=') this.loosen()
    const right = this.sum()
    const first = compared(sign, left, right)
    const second = this.take(...comparisons)
    if (!second) return first
    const offers = [print(apply('mul', first, compared(second, right, this.sum())))]
    throw this.wrong(
      `comparisons do not chain: write ${quotedList(offers)}`,
      [from, this.at],
      offers,
    )
  }
}

const compared = (sign: string, left: Expression, right: Expression): Expression =>
  sign === '!='
    ? apply('sub', number(1), apply('eq', left, right))
    : apply(binary[sign] as Operation, left, right)

/** Whether an expression is 1 or 0 because it compares. */
const isTruth = (e: Expression): boolean =>
  e.kind === 'apply' &&
  (compares(e.operation) ||
    (e.operation === 'sub' && e.args[0] === number(1) && isTruth(e.args[1] as Expression)) ||
    (['mul', 'max'].includes(e.operation) && e.args.every(isTruth)))
