// Powers of the number of the step.
import { apply, type Expression, name, namesIn } from '../language/expression.ts'
import { rewrite } from '../language/simplify.ts'

interface Looking {
  /** What stands for t. */
  readonly count: Expression
  /** Whether a name keeps its value all through the run. */
  readonly isFixed: (name: string) => boolean
  /** What the n-th power is called. */
  readonly called: (n: number) => string
}

interface LookedUp {
  /** One of the expressions with names in the places of such powers. */
  readonly lookedUp: (e: Expression) => Expression
  /** Their bases, by those names. */
  readonly powers: ReadonlyMap<string, Expression>
}

/** A power of t whose base stays the same all through the run need not be computed in each step anew. */
export function withPowersLookedUp(
  roots: readonly Expression[],
  { count, isFixed, called }: Looking,
): LookedUp {
  const powers = new Map<string, Expression>()
  const lookUp = (e: Expression) => {
    if (e.kind !== 'apply' || e.operation !== 'pow' || e.args[1] !== count) return undefined
    const base = e.args[0] as Expression
    if (!namesIn(base).every(isFixed)) return undefined
    const power = called(powers.size)
    powers.set(power, base)
    return name(power)
  }
  return { lookedUp: rewrite(roots, lookUp, apply), powers }
}
