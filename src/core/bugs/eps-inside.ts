import { apply, type Expression } from '../language/expression.ts'
import { rewrite } from '../language/simplify.ts'
import { bug, linesWith } from './bug.ts'

const isEpsilon = (e: Expression | undefined) => e?.kind === 'name' && e.name === 'eps'

export const epsInside = bug({
  id: 'eps-inside',
  name: 'ε inside the root',
  wrong: 'ε stands inside the root',
  harm: 'where slopes are small, the steps stay short',
  lesson:
    '√(v + ε) instead of √v + ε: where slopes are small, ε = 10⁻⁸ acts like 10⁻⁴ and the steps stay short.',
  inRule: (rule) =>
    linesWith(rule, (value) =>
      rewrite(
        [value],
        (e) => {
          if (e.kind !== 'apply' || e.operation !== 'add' || !isEpsilon(e.args[1])) return undefined
          const root = e.args[0]
          return root?.kind === 'apply' && root.operation === 'sqrt'
            ? apply('sqrt', apply('add', root.args[0] as Expression, e.args[1] as Expression))
            : undefined
        },
        apply,
      )(value),
    ),
})
