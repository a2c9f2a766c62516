import { apply, type Expression, name, namesIn } from '../language/expression.ts'
import { rewrite } from '../language/simplify.ts'
import type { Line } from '../rules/rule.ts'
import { bug, linesWith } from './bug.ts'

/** weight × x, where the weight is made of weight_decay. */
function decayWeight(e: Expression): Expression | undefined {
  if (e.kind !== 'apply' || e.operation !== 'mul' || e.args[1] !== name('x')) return undefined
  const weight = e.args[0] as Expression
  return namesIn(weight).includes('weight_decay') ? weight : undefined
}

export const l2Decay = bug({
  id: 'l2-decay',
  name: 'L2 instead of decoupled decay',
  wrong: 'the decay is added to the gradient',
  harm: 'it acts less where gradients are large, and more where they are small',
  lesson:
    'λx added to the gradient goes through m and √v too: parameters with large gradients are then decayed less (Loshchilov & Hutter 2019).',
  inRule: (rule) => {
    const weights: Expression[] = []
    const lines = linesWith(rule, (value, line) =>
      line.name !== 'x'
        ? value
        : rewrite(
            [value],
            (e) => {
              if (e.kind !== 'apply' || e.operation !== 'add') return undefined
              const weight = decayWeight(e.args[1] as Expression)
              if (!weight) return undefined
              weights.push(weight)
              return e.args[0]
            },
            apply,
          )(value),
    )
    const decays = weights.map(
      (weight): Line => ({
        name: 'g',
        value: apply('add', name('g'), apply('mul', weight, name('x'))),
      }),
    )
    // Behind the change of sign that maximizing makes, as PyTorch does it.
    const at = lines.findLastIndex((line) => line.name === 'g') + 1
    return [...lines.slice(0, at), ...decays, ...lines.slice(at)]
  },
})
