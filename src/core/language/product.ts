// A product while it is read: what it may mean that another factor comes without a sign.
import { apply, type Expression } from './expression.ts'
import type { Operation } from './operations.ts'

export interface Product {
  /** What stands before the last factor, and how that is joined to it. */
  readonly front?: Expression
  readonly how: Operation
  readonly factor: Expression
}

export const whole = ({ front, how, factor }: Product): Expression =>
  front ? apply(how, front, factor) : factor

const times = (a: Expression, b: Expression): Expression =>
  a.kind === 'apply' && a.operation === 'neg'
    ? apply('neg', times(a.args[0] as Expression, b))
    : apply('mul', a, b)

/**
 * The product with one more factor: usually there is one reading, but e^x y may be e^(x*y), and 1/x y may be 1/(x*y).
 * @param isRaised whether the product ends within an exponent
 */
export function withFactor(product: Product, next: Expression, isRaised: boolean): Expression[] {
  const { front, how, factor } = product
  const readings: Expression[] = [apply('mul', whole(product), next)]
  if (isRaised && factor.kind === 'apply' && factor.operation === 'pow') {
    const [base, exponent] = factor.args as [Expression, Expression]
    readings.push(whole({ ...product, factor: apply('pow', base, times(exponent, next)) }))
  }
  if (front && how === 'div') readings.push(apply('div', front, times(factor, next)))
  return readings
}

/** x 2 may be x*2 or x^2. */
export const withNumber = (product: Product, next: Expression): Expression[] => [
  apply('mul', whole(product), next),
  whole({ ...product, factor: apply('pow', product.factor, next) }),
]
