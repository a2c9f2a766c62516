// The arithmetic of an expression: sums, products and powers over names, numbers and parts, which stand for functions.
import { type Expression, nodesOf } from '../language/expression.ts'
import { tidy } from '../language/latex/tidy.ts'
import { constants } from '../language/operations/names.ts'
import type { Operation } from '../language/operations.ts'

/** The functions in an expression, by what stands for them in its arithmetic. */
export type Parts = ReadonlyMap<Expression, Expression>

const setOf = (words: string) => new Set(words.split(' ') as Operation[])
const signs = setOf('add sub mul div neg')

/** What has a finite value wherever its arguments have one, and what is above 0 besides. */
const total = setOf(
  'add sub mul neg where lt le gt ge eq max min abs sign floor round ceil sin cos tanh atan erf ' +
    'relu sigmoid softplus elu silu gelu leaky_relu selu hardtanh',
)
const above0 = setOf('exp exp2 cosh sigmoid')

/** The exponent of a power that is a product written short. */
export function wholeExponent(e: Expression): number | undefined {
  const exponent = e.kind === 'apply' && e.operation === 'pow' ? e.args[1] : undefined
  return exponent?.kind === 'number' && Number.isInteger(exponent.value)
    ? exponent.value
    : undefined
}

export const isArithmetic = (e: Expression): boolean =>
  e.kind === 'apply' && (signs.has(e.operation) || wholeExponent(e) !== undefined)

export const isSum = (e: Expression) =>
  e.kind === 'apply' && (e.operation === 'add' || e.operation === 'sub')

/** Whether a function has a finite value everywhere. */
export const isTotal = (root: Expression) =>
  nodesOf([root]).every(
    (e) => e.kind !== 'apply' || total.has(e.operation) || (wholeExponent(e) ?? -1) >= 0,
  )

/** What is told of an expression and needs to be told of its parts before, each once. */
function told<Of>(tell: (e: Expression, of: (part: Expression) => Of) => Of) {
  const known = new Map<Expression, Of>()
  const of = (e: Expression): Of => {
    const found = known.get(e) ?? tell(e, of)
    known.set(e, found)
    return found
  }
  return of
}

/** 2 is above 0 everywhere, 1 is never below, 0 is what may be anything. */
const signsIn = (parts: Parts) =>
  told<number>((e, signOf) => {
    const part = parts.get(e)
    if (part) return part.kind === 'apply' && above0.has(part.operation) ? 2 : 0
    if (e.kind === 'number') return e.value > 0 ? 2 : e.value === 0 ? 1 : 0
    if (e.kind === 'name') return constants.has(e.name) ? 2 : 0
    const [a = 0, b = 0] = e.args.map(signOf)
    if (e.operation === 'add') return a && b && Math.max(a, b)
    if (e.operation === 'mul') return Math.min(a, b)
    if (e.operation === 'div') return b === 2 ? a : 0
    const exponent = wholeExponent(e)
    if (exponent === undefined || (exponent < 0 && a < 2)) return 0
    return exponent % 2 === 0 ? Math.max(a, 1) : a
  })

/** Factors that may be 0. */
export interface Sides {
  readonly over: ReadonlySet<Expression>
  readonly under: ReadonlySet<Expression>
}

/** What a product multiplies by and what it divides by, nothing cancelled yet. */
export const sidesIn = (parts: Parts): ((e: Expression) => Sides) => {
  const signOf = signsIn(parts)
  return told<Sides>((e, sidesOf) => {
    const factor = (one: Expression) => ({
      over: new Set(signOf(one) === 2 ? [] : [one]),
      under: new Set<Expression>(),
    })
    if (e.kind !== 'apply' || !isArithmetic(e)) return factor(e)
    const [a, b] = e.args as [Expression, Expression]
    if (e.operation === 'neg') return sidesOf(a)
    if (e.operation === 'mul') return both(sidesOf(a), sidesOf(b))
    if (e.operation === 'div') return both(sidesOf(a), turned(sidesOf(b)))
    const exponent = wholeExponent(e)
    if (exponent !== undefined) return exponent < 0 ? turned(sidesOf(a)) : sidesOf(a)
    // A sum may come down to one term.
    const sum = tidy(e)
    return isSum(sum) || sum === e ? factor(sum) : sidesOf(sum)
  })
}

const both = (a: Sides, b: Sides): Sides => ({
  over: new Set([...a.over, ...b.over]),
  under: new Set([...a.under, ...b.under]),
})
const turned = ({ over, under }: Sides): Sides => ({ over: under, under: over })
