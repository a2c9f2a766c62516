// Simplification that changes no value, not even of NaN and ∞: so 0·a stays, since it is NaN where a is infinite.
import { apply, type Expression, name, nodesOf, number } from './expression.ts'
import { constants } from './operations/names.ts'
import { compares, type Operation, operations } from './operations.ts'

export type Build = (operation: Operation, ...args: Expression[]) => Expression

const is = (e: Expression | undefined, value: number) => e?.kind === 'number' && e.value === value
const negated = (e: Expression | undefined) =>
  e?.kind === 'apply' && e.operation === 'neg' ? e.args[0] : undefined
const neg = (e: Expression) => simplify('neg', e)

type Shorter = (a: Expression, b: Expression, c: Expression) => Expression | undefined

const shorter: Partial<Record<Operation, Shorter>> = {
  add: (a, b) => {
    const minus = negated(b)
    return is(a, 0) ? b : is(b, 0) ? a : minus && simplify('sub', a, minus)
  },
  sub: (a, b) => {
    const minus = negated(b)
    return is(b, 0) ? a : is(a, 0) ? neg(b) : minus && simplify('add', a, minus)
  },
  mul: (a, b) => {
    if (is(a, 1)) return b
    if (is(b, 1)) return a
    if (is(a, -1)) return neg(b)
    const [minusA, minusB] = [negated(a), negated(b)]
    if (minusA) return neg(simplify('mul', minusA, b))
    return minusB && neg(simplify('mul', a, minusB))
  },
  div: (a, b) => {
    const minus = negated(a)
    return is(b, 1) ? a : minus && neg(simplify('div', minus, b))
  },
  neg: (a) => negated(a),
  ln: (a) => (a === name('e') ? number(1) : undefined),
  pow: (a, b) => (is(b, 1) ? a : is(b, 0) ? number(1) : undefined),
  where: (a, b, c) => (a.kind === 'number' ? (a.value !== 0 ? b : c) : b === c ? b : undefined),
}

/** What an expression is worth in which no name varies. */
function constantValue(e: Expression): number | undefined {
  if (e.kind === 'number') return e.value
  if (e.kind === 'name') return constants.get(e.name)
  const values: number[] = []
  for (const arg of e.args) {
    const value = constantValue(arg)
    if (value === undefined) return undefined
    values.push(value)
  }
  return operations[e.operation].value(...values)
}

/** The operation, or something shorter of the same value: exact integers, a + 0, 1·a, what is already decided. */
export const simplify: Build = (operation, ...args) => {
  const values = args.map((a) => (a.kind === 'number' ? a.value : NaN))
  if (args.every((a) => a.kind === 'number')) {
    const value = operations[operation].value(...values)
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return number(value)
  }
  if (compares(operation)) {
    const known = args.map(constantValue)
    if (known.every((value) => value !== undefined))
      return number(operations[operation].value(...known))
  }
  const [a, b, c] = args as [Expression, Expression, Expression]
  return shorter[operation]?.(a, b, c) ?? apply(operation, ...args)
}

/** As simplify, and 0·a and 0/a vanish: for options that are off, which PyTorch skips rather than multiplies by 0. */
export const vanish: Build = (operation, ...args) => {
  const [a, b] = args
  if (operation === 'mul' && (is(a, 0) || is(b, 0))) return number(0)
  if (operation === 'div' && is(a, 0)) return number(0)
  return simplify(operation, ...args)
}

/** Graphs with some nodes replaced, bottom up; what that touches is built anew, the rest stays as written. */
export function rewrite(
  roots: readonly Expression[],
  by: (e: Expression) => Expression | undefined,
  build: Build = simplify,
): (e: Expression) => Expression {
  const done = new Map<Expression, Expression>()
  for (const e of nodesOf(roots)) {
    if (e.kind !== 'apply') {
      done.set(e, by(e) ?? e)
      continue
    }
    const args = e.args.map((a) => done.get(a) as Expression)
    const built = args.every((a, i) => a === e.args[i]) ? e : build(e.operation, ...args)
    // What building shortened to a name has been replaced already: it must not be replaced again.
    done.set(e, (built.kind === 'apply' && by(built)) || built)
  }
  return (e) => done.get(e) as Expression
}

/** An expression with some of its names replaced. */
export const substitute = (
  root: Expression,
  by: (name: string) => Expression | undefined,
  build: Build = simplify,
): Expression => rewrite([root], (e) => (e.kind === 'name' ? by(e.name) : undefined), build)(root)
