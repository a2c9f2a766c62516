// An expression as a textbook would write it: like terms and like factors gathered, one fraction bar, numbers first, the
// positive term in front. For reading only, never for computing: it rounds differently.
import { apply, type Expression, name, nodesOf, number } from '../expression.ts'
import { rewrite, simplify } from '../simplify.ts'

/** p/q times a product of powers. */
interface Term {
  readonly p: number
  readonly q: number
  readonly powers: ReadonlyMap<Expression, number>
}

const one: Term = { p: 1, q: 1, powers: new Map() }

const known = new WeakMap<Expression, Expression>()

/** What is longer is not read: it stays as it is. */
const longest = 200

/** The expression with its terms and factors gathered. */
export const tidied = (e: Expression): Expression => (nodesOf([e]).length > longest ? e : tidy(e))

/** The same of any length. Parts that are shared are gathered once. */
export function tidy(e: Expression): Expression {
  const found = known.get(e) ?? gathered(e)
  known.set(e, found)
  return found
}

function gathered(e: Expression): Expression {
  if (e.kind !== 'apply') return e
  if (isSum(e) || factorOperations.has(e.operation) || integerPower(e) !== undefined)
    return sumOf(termsOf(e))
  const args = e.operation === 'where' ? decided(e.args) : e.args
  return simplify(e.operation, ...args.map(tidy))
}

/** Condition and branches of a where: in a branch it need not be asked again what led there. */
const decided = ([condition, ...branches]: readonly Expression[]) => [
  condition as Expression,
  ...branches.map((branch, i) => {
    const taken = (e: Expression) =>
      e.kind === 'apply' && e.operation === 'where' && e.args[0] === condition
        ? e.args[i + 1]
        : undefined
    return rewrite([branch], taken)(branch)
  }),
]

const factorOperations = new Set(['mul', 'div'])
const isSum = (e: Expression) => e.kind === 'apply' && ['add', 'sub', 'neg'].includes(e.operation)

function integerPower(e: Expression): number | undefined {
  const exponent = e.kind === 'apply' && e.operation === 'pow' ? e.args[1] : undefined
  return exponent?.kind === 'number' && Number.isInteger(exponent.value)
    ? exponent.value
    : undefined
}

function termsOf(e: Expression): Term[] {
  const terms: Term[] = []
  for (const term of addends(e)) {
    const like = terms.findIndex((other) => sameFactors(other, term))
    const other = terms[like]
    if (other)
      terms[like] = {
        ...other,
        ...reduced(other.p * term.q + term.p * other.q, other.q * term.q),
      }
    else terms.push(term)
  }
  return terms.filter((term) => term.p !== 0)
}

function addends(e: Expression): Term[] {
  if (e.kind !== 'apply') return [factorsOf(e)]
  const [a, b] = e.args as [Expression, Expression]
  if (e.operation === 'add') return [...addends(a), ...addends(b)]
  if (e.operation === 'sub') return [...addends(a), ...addends(b).map(negative)]
  if (e.operation === 'neg') return addends(a).map(negative)
  return [factorsOf(e)]
}

const negative = (term: Term): Term => ({ ...term, p: -term.p })

const sameFactors = (a: Term, b: Term) =>
  a.powers.size === b.powers.size && [...a.powers].every(([e, k]) => b.powers.get(e) === k)

function factorsOf(e: Expression): Term {
  if (e.kind === 'number') return { ...one, p: e.value }
  if (e.kind === 'name') return { ...one, powers: new Map([[e, 1]]) }
  const [a, b] = e.args as [Expression, Expression]
  if (e.operation === 'mul') return times(factorsOf(a), factorsOf(b), 1)
  if (e.operation === 'div') return times(factorsOf(a), factorsOf(b), -1)
  const exponent = integerPower(e)
  if (exponent !== undefined) return times(one, factorsOf(a), exponent)
  if (!isSum(e)) return { ...one, powers: new Map([[tidy(e), 1]]) }
  const inside = termsOf(e)
  if (inside.length === 0) return { ...one, p: 0 }
  return inside.length === 1
    ? (inside[0] as Term)
    : { ...one, powers: new Map([[sumOf(inside), 1]]) }
}

/** a·b^k */
function times(a: Term, b: Term, k: number): Term {
  const powers = new Map(a.powers)
  for (const [e, j] of b.powers) {
    const total = (powers.get(e) ?? 0) + j * k
    if (total) powers.set(e, total)
    else powers.delete(e)
  }
  const [over, under] = k > 0 ? [b.p, b.q] : [b.q, b.p]
  return { ...reduced(a.p * over ** Math.abs(k), a.q * under ** Math.abs(k)), powers }
}

const divisor = (m: number, n: number): number => (n ? divisor(n, m % n) : Math.abs(m))

function reduced(p: number, q: number): { p: number; q: number } {
  if (!Number.isSafeInteger(p) || !Number.isSafeInteger(q)) return { p: p / q, q: 1 }
  const d = divisor(p, q) * Math.sign(q) || 1
  return { p: p / d, q: q / d }
}

function sumOf(terms: readonly Term[]): Expression {
  const lead = Math.max(
    0,
    terms.findIndex((term) => term.p > 0),
  )
  const ordered = [
    ...terms.slice(lead, lead + 1),
    ...terms.slice(0, lead),
    ...terms.slice(lead + 1),
  ]
  let sum: Expression | undefined
  for (const term of ordered) {
    const size = written({ ...term, p: Math.abs(term.p) })
    if (sum) sum = apply(term.p < 0 ? 'sub' : 'add', sum, size)
    else sum = term.p < 0 ? apply('neg', size) : size
  }
  return sum ?? number(0)
}

function written({ p, q, powers }: Term): Expression {
  const over = side(
    [...powers].filter(([, k]) => k > 0),
    p,
  )
  const under = side(
    [...powers].filter(([, k]) => k < 0),
    q,
  )
  return under === number(1) ? over : apply('div', over, under)
}

function side(powers: readonly (readonly [Expression, number])[], coefficient: number): Expression {
  const factors = [...powers]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([e, k]) => (Math.abs(k) === 1 ? e : apply('pow', e, number(Math.abs(k)))))
  if (coefficient !== 1 || factors.length === 0) factors.unshift(number(coefficient))
  return factors.reduce((a, b) => apply('mul', a, b))
}

/** Constants, then names, then functions, then sums. */
function rank(e: Expression): number {
  if (e.kind === 'number') return 0
  if (e === name('pi') || e === name('e')) return 1
  if (e.kind === 'name') return 2
  return isSum(e) ? 4 : 3
}
