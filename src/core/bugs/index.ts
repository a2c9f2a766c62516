// The bug zoo. One line here, one entry below it.
import { apply, type Expression, name, namesIn, number } from '../language/expression.ts'
import type { Line, Rule } from '../language/rule.ts'
import { rewrite } from '../language/simplify.ts'
import { type Bug, bug, linesWith } from './bug.ts'

const sum = 'bug.G'

/** The gradient of every step is added to those before. */
const noZeroGrad = bug({
  id: 'no-zero-grad',
  name: 'Gradient not cleared',
  lesson:
    'Without zero_grad() each backward() adds to the gradients of all steps before: an undamped momentum that nobody asked for.',
  inRule: ({ lines }) => [
    { name: sum, value: apply('add', name(sum), name('g')) },
    { name: 'g', value: name(sum) },
    ...lines,
  ],
  inClosure: 'accumulated',
})

/** 1 − β^t, or 1 − Π for a running product Π. */
function isCorrection(e: Expression | undefined, { slots, varying }: Rule): boolean {
  if (e?.kind !== 'apply' || e.operation !== 'sub' || e.args[0] !== number(1)) return false
  const taken = e.args[1] as Expression
  if (taken.kind === 'name') {
    const isProduct = slots.includes(taken.name) || /next$/.test(taken.name)
    return isProduct && !varying.has(taken.name)
  }
  return taken.kind === 'apply' && taken.operation === 'pow' && taken.args[1] === name('t')
}

const noBiasCorrection = bug({
  id: 'no-bias-correction',
  name: 'No bias correction',
  lesson:
    'Averages that start at 0 are too small at first; not divided by 1 − βᵗ, v is smaller still than m, and the first steps are far too long.',
  inRule: (rule) =>
    linesWith(rule, (value) =>
      rewrite(
        [value],
        (e) => {
          if (e.kind !== 'apply') return undefined
          const [a, b] = e.args as [Expression, Expression | undefined]
          const weighs = e.operation === 'div' && isCorrection(b, rule)
          // β^t/(1 − β^t) counts steps (RAdam's ρ); it corrects nothing.
          if (weighs && !namesIn(a).includes('t')) return a
          return e.operation === 'sqrt' && isCorrection(a, rule) ? number(1) : undefined
        },
        apply,
      )(value),
    ),
})

const isEpsilon = (e: Expression | undefined) => e?.kind === 'name' && e.name === 'eps'

const epsInside = bug({
  id: 'eps-inside',
  name: 'ε inside the root',
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

/** weight × x, where the weight is made of weight_decay. */
function decayWeight(e: Expression): Expression | undefined {
  if (e.kind !== 'apply' || e.operation !== 'mul' || e.args[1] !== name('x')) return undefined
  const weight = e.args[0] as Expression
  return namesIn(weight).includes('weight_decay') ? weight : undefined
}

const l2Decay = bug({
  id: 'l2-decay',
  name: 'L2 instead of decoupled decay',
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

const staleClosure = bug({
  id: 'stale-closure',
  name: 'Stale closure',
  lesson:
    'The closure computes the loss but never calls backward(): within a step L-BFGS sees one gradient everywhere, so it learns nothing of the curvature.',
  inClosure: 'stale',
})

/** Every addend of a velocity times the learning rate, except the velocity itself. */
function weighed(e: Expression, velocity: string, { varying }: Rule): Expression {
  const inner = (part: Expression | undefined) =>
    weighed(part as Expression, velocity, { varying } as Rule)
  if (e === name(velocity)) return e
  if (e.kind === 'apply') {
    const [a, b, c] = e.args
    if (e.operation === 'add') return apply('add', inner(a), inner(b))
    if (e.operation === 'where') return apply('where', a as Expression, inner(b), inner(c))
    if (e.operation === 'mul' && !namesIn(a as Expression).some((n) => varying.has(n)))
      return apply('mul', a as Expression, inner(b))
  }
  return apply('mul', name('lr'), e)
}

const lrInside = bug({
  id: 'lr-inside',
  name: 'Learning rate inside the velocity',
  lesson:
    'The velocity collects lr·g instead of g: as long as the rate is constant nothing changes, but a schedule then takes effect only when the old velocity has died away.',
  inRule: (rule) => {
    const { lines, slots } = rule
    const move = lines.findLast((line) => line.name === 'x')?.value
    const step = move?.kind === 'apply' && move.operation === 'sub' ? move.args[1] : undefined
    if (step?.kind !== 'apply' || step.operation !== 'mul' || step.args[0] !== name('lr'))
      return lines
    const used = namesIn(step.args[1] as Expression)
    const velocity = lines.find((line) => used.includes(line.name) && slots.includes(line.name))
    if (!velocity || !isLinear(velocity.value, velocity.name, rule)) return lines
    return linesWith(rule, (value, line) => {
      if (line === velocity) return weighed(value, velocity.name, rule)
      if (line.name !== 'x') return value
      return apply('sub', name('x'), weighed(step.args[1] as Expression, velocity.name, rule))
    })
  },
})

/** Whether a velocity is its old self times something, plus what is new. */
const isLinear = (value: Expression, velocity: string, { varying }: Rule): boolean =>
  value.kind === 'apply' &&
  value.operation === 'add' &&
  value.args.some(
    (a) =>
      a.kind === 'apply' &&
      a.operation === 'mul' &&
      a.args[1] === name(velocity) &&
      !namesIn(a.args[0] as Expression).some((n) => varying.has(n)),
  )

export const bugs: readonly Bug[] = [
  noZeroGrad,
  noBiasCorrection,
  epsInside,
  l2Decay,
  staleClosure,
  lrInside,
]
