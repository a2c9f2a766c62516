import { apply, type Expression, number } from '../language/expression.ts'
import { rewrite } from '../language/simplify.ts'

/** a·g² is computed as (a·g)·g, as PyTorch's addcmul does: it overflows later. */
export function withSquaresLast(line: Expression): Expression {
  return rewrite(
    [line],
    (e) => {
      const [a, square] = e.kind === 'apply' && e.operation === 'mul' ? e.args : []
      if (
        !a ||
        square?.kind !== 'apply' ||
        square.operation !== 'pow' ||
        square.args[1] !== number(2)
      )
        return undefined
      const base = square.args[0] as Expression
      return apply('mul', apply('mul', a, base), base)
    },
    apply,
  )(line)
}
