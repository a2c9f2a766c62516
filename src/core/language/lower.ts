import { apply, type Expression, number } from './expression.ts'
import { operations } from './operations.ts'
import { plainNumber } from './plainNumber.ts'

/**
 * Lowers powers as PyTorch does where the exponent is a number of Python's (x² is x·x, x^½ a root), and maxima of many
 * to maxima of two.
 * Source: ATen/native/cpu/PowKernel.cpp.
 */
export function lower(e: Expression): Expression | undefined {
  if (e.kind !== 'apply') return undefined
  if (e.args.length > 2 && operations[e.operation].derivativeOfMany) {
    return e.args.reduce((a, b) => apply(e.operation, a, b))
  }
  const [base, exponent] = e.args as [Expression, Expression]
  if (e.operation !== 'pow') return undefined
  const square = () => apply('mul', base, base)
  const under = (below: Expression) => apply('div', number(1), below)
  const lowered = new Map<number, () => Expression>([
    [2, square],
    [3, () => apply('mul', square(), base)],
    [-1, () => under(base)],
    [-2, () => under(square())],
    [0.5, () => apply('sqrt', base)],
    [-0.5, () => under(apply('sqrt', base))],
  ])
  return lowered.get(plainNumber(exponent) ?? Number.NaN)?.()
}
