// What may get lost when terms and factors are gathered: places where there is no value. x − x is 0 everywhere, but
// 1/x − 1/x is not, 2/x − 1/x is not 1/x, and x²/x is not x.
import { apply, type Expression, nodesOf, number } from '../language/expression.ts'
import { tidy } from '../language/latex/tidy.ts'
import { isSum, isTotal, type Parts, type Sides, sidesIn, wholeExponent } from './arithmetic.ts'

/** Decimal exponents that a product of numbers may reach: a double's, with room for what is added up. */
const room = 250

/**
 * Whether gathering has kept every place without a value.
 * @param bare arithmetic over names, numbers and parts
 * @param tidied the same, gathered
 */
export function losesNothing(bare: Expression, tidied: Expression, parts: Parts): boolean {
  if (!(decadesOf(bare) <= room)) return false
  const sidesOf = sidesIn(parts)
  const kept = new Set(polesOf(tidied, parts, sidesOf))
  return (
    polesOf(bare, parts, sidesOf).every((pole) => kept.has(pole)) &&
    nodesOf([bare]).every((e) => !cancels(sidesOf(e)) && !meets(e, parts, sidesOf))
  )
}

type SidesOf = (e: Expression) => Sides

/** One over each divisor, and the functions that may have no finite value. */
const polesOf = (root: Expression, parts: Parts, sidesOf: SidesOf): Expression[] =>
  nodesOf([root]).flatMap((e) => {
    const part = parts.get(e)
    if (part) return isTotal(part) ? [] : [e]
    return [...sidesOf(e).under].map((divisor) => apply('div', number(1), divisor))
  })

/** Whether something that may be 0 is both multiplied by and divided by, or 0 itself is divided by. */
const cancels = ({ over, under }: Sides) =>
  under.has(number(0)) || under.has(number(-0)) || [...over].some((factor) => under.has(factor))

/** Whether like terms of opposite signs are in a sum that may be infinite, both: ∞ − ∞ is not a multiple of ∞. */
function meets(e: Expression, parts: Parts, sidesOf: SidesOf): boolean {
  if (!isSum(e)) return false
  const signs = new Map<string, boolean>()
  for (const [addend, isNegative] of addendsOf(e)) {
    if (polesOf(addend, parts, sidesOf).length === 0) continue
    const like = factorsOf(tidy(addend)).sort().join()
    if (signs.has(like) && signs.get(like) !== isNegative) return true
    signs.set(like, isNegative)
  }
  return false
}

/** What a tidy term is made of but for its numbers, the same for like terms. */
function factorsOf(e: Expression, sign = ''): string[] {
  if (e.kind === 'number') return []
  if (e.kind === 'name') return [`${sign}${e.id}`]
  const [a, b] = e.args as [Expression, Expression]
  if (e.operation === 'neg') return factorsOf(a, sign)
  if (e.operation === 'mul') return [...factorsOf(a, sign), ...factorsOf(b, sign)]
  if (e.operation === 'div') return [...factorsOf(a, sign), ...factorsOf(b, '/')]
  return [`${sign}${e.id}`]
}

/** The terms of a sum, each with whether it is taken away. */
function addendsOf(e: Expression, isNegative = false): (readonly [Expression, boolean])[] {
  if (e.kind !== 'apply') return [[e, isNegative]]
  const [a, b] = e.args as [Expression, Expression]
  if (isSum(e))
    return [...addendsOf(a, isNegative), ...addendsOf(b, (e.operation === 'sub') !== isNegative)]
  if (e.operation === 'neg') return addendsOf(a, !isNegative)
  const tidied = tidy(e)
  const isTurned = tidied.kind === 'apply' && tidied.operation === 'neg'
  return [[e, isTurned !== isNegative]]
}

/** How many powers of ten the numbers of a product may make together: beyond a double's they would become 0 or ∞. */
function decadesOf(root: Expression): number {
  const decades = new Map<Expression, number>()
  for (const e of nodesOf([root])) {
    const inside = e.kind === 'apply' ? e.args.map((arg) => decades.get(arg) ?? 0) : []
    const exponent = wholeExponent(e)
    decades.set(
      e,
      e.kind === 'number' && e.value !== 0
        ? Math.abs(Math.log10(Math.abs(e.value)))
        : exponent === undefined
          ? inside.reduce((all, some) => all + some, 0)
          : Math.abs(exponent) * (inside[0] ?? 0),
    )
  }
  return decades.get(root) ?? 0
}
