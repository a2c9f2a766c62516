// An expression with its terms and factors gathered, worth the same everywhere: what tidying would lose stays as it is.
// x + x becomes 2x, but x²/x does not become x, which has a value at 0; nothing within a function is touched, since where
// the rounding changes a comparison or a maximum may decide otherwise.
import { apply, type Expression, name } from '../language/expression.ts'
import { tidy } from '../language/latex/tidy.ts'
import { rewrite, simplify } from '../language/simplify.ts'
import { isArithmetic, type Parts } from './arithmetic.ts'
import { losesNothing } from './losing.ts'

type Known = Map<Expression, Expression>

/**
 * The expression as one would write it: simplified, like terms and like factors gathered.
 * @returns an expression of the same value at every point, ∞ and NaN included, but for rounding and for what on the way is
 *   too large or too small for a double
 */
export function gather(e: Expression, known: Known = new Map()): Expression {
  const found = known.get(e) ?? gathered(e, known)
  known.set(e, found)
  return found
}

function gathered(e: Expression, known: Known): Expression {
  if (e.kind !== 'apply') return e
  if (!isArithmetic(e)) return e.operation === 'where' ? branchesOf(e.args, known) : e
  const { bare, parts } = covered(e, known)
  const tidied = tidy(bare)
  if (losesNothing(bare, tidied, parts))
    return rewrite([tidied], (part) => parts.get(part), apply)(tidied)
  if (e.operation === 'pow') return e
  // A divisor stays: gathered it might be 0 where it was −0.
  const [first, ...others] = e.args.map((arg) => gather(arg, known)) as [Expression]
  return simplify(e.operation, first, ...(e.operation === 'div' ? e.args.slice(1) : others))
}

/** A choice with its branches gathered; what decides stays. */
function branchesOf([condition, ...branches]: readonly Expression[], known: Known): Expression {
  const gatheredOnes = branches.map((branch) => gather(branch, known))
  return simplify('where', condition as Expression, ...gatheredOnes)
}

/** The arithmetic of an expression, with a stand-in for each function in it. */
function covered(root: Expression, known: Known): { bare: Expression; parts: Parts } {
  const parts: Known = new Map()
  const bareOf: Known = new Map()
  const cover = (e: Expression): Expression => {
    const bare = bareOf.get(e) ?? coverOnce(e)
    bareOf.set(e, bare)
    return bare
  }
  const coverOnce = (e: Expression): Expression => {
    if (e.kind !== 'apply') return e
    if (isArithmetic(e)) return apply(e.operation, ...e.args.map(cover))
    // A function, so that it stands where functions stand, of a name that nobody can type.
    const part = apply('abs', name(`#${parts.size}`))
    parts.set(part, gather(e, known))
    return part
  }
  return { bare: cover(root), parts }
}
