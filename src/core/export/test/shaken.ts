// What rounding may make of a run: the same run with the last digits of its operations disturbed, as two libraries that
// each have their own exp, their own order of sums and of factors disturb them.
// Source: Vignes 1993, A stochastic arithmetic for reliable scientific computation.

import type { Prepared, Run } from '../../experiment/prepare.ts'
import { apply, type Expression, nodesOf, number } from '../../language/expression.ts'
import type { Operation } from '../../language/operations.ts'
import { evaluate } from '../../language/program.ts'
import { uniform } from '../../random.ts'
import type { Line } from '../../rules/rule.ts'

/** What any two libraries do alike to the last bit. */
const exact: ReadonlySet<Operation> = new Set<Operation>([
  ...(['neg', 'abs', 'sign', 'floor', 'relu', 'max', 'min', 'where'] as const),
  ...(['lt', 'le', 'gt', 'ge', 'eq'] as const),
])
const lastPlace = 2 ** -52
/** So many units in the last place, at most. */
const most = 3

/** The experiment with its losses, rules and rates disturbed: always the same way for the same draw. */
export function shaken(prepared: Prepared, draw: number): Prepared {
  let drawn = 0
  const factor = (units = most) =>
    1 + Math.round((2 * uniform(draw, drawn++) - 1) * units) * lastPlace
  const all = (e: Expression) => shakenIn(e, factor)
  const line = (of: Line): Line => {
    if (of.part !== 'schedule') return { ...of, value: all(of.value) }
    // Counts and phases are whole numbers or quotients of such, which round alike; the rate may be a long product, or
    // follow from that of the step before and be rounded once more each time.
    const units = Math.max(most, prepared.steps)
    return of.name === 'lr' ? { ...of, value: apply('mul', of.value, number(factor(units))) } : of
  }
  const runs = new Map<Run, Run>()
  for (const run of prepared.runs)
    runs.set(run, {
      ...run,
      settings: { ...run.settings, lr: Number(run.settings.lr) * factor() },
      // The legs before a branch are folded anew from what is not folded yet.
      full: { ...run.full, lines: run.full.lines.map(line) },
      rule: { ...run.rule, lines: run.rule.lines.map(line) },
      ...(run.before && { before: runs.get(run.before) as Run }),
    })
  const expression = all(prepared.loss.expression)
  return { ...prepared, loss: { ...prepared.loss, expression }, runs: [...runs.values()] }
}

function shakenIn(root: Expression, factor: () => number): Expression {
  const whole = wholeIn(root)
  const done = new Map<Expression, Expression>()
  const shake = (e: Expression) => apply('mul', e, disturbance(e, factor() - 1))
  // From the leaves up as it is written: in whatever order the nodes once were made, each draw disturbs the same one.
  const shaken = (e: Expression): Expression => {
    const known = done.get(e)
    if (known || e.kind !== 'apply') return known ?? e
    const args = e.args.map((arg) => {
      const made = shaken(arg)
      // A product may be rounded together with the sum that it goes into, and by itself elsewhere.
      return isSum(e) && isProduct(arg) && !whole.has(e) ? shake(made) : made
    })
    const built = withoutCancelling(e.operation, args)
    const made = exact.has(e.operation) || isSquare(e) || whole.has(e) ? built : shake(built)
    done.set(e, made)
    return made
  }
  return shaken(root)
}

/**
 * The slopes of these are taken from their values, as PyTorch takes them: 1 − y² of a y near 1 is all rounding. Written
 * out they have the right ones.
 */
function withoutCancelling(operation: Operation, args: readonly Expression[]): Expression {
  const [a = number(0)] = args
  const grown = (times: number) => apply('exp', apply('mul', number(times), a))
  const share = (times: number) => apply('div', number(1), apply('add', number(1), grown(times)))
  if (operation === 'sigmoid') return share(-1)
  if (operation === 'tanh') return apply('sub', number(1), apply('mul', number(2), share(2)))
  return apply(operation, ...args)
}

/**
 * As much, up or down by the digits of the value and of what it is made of: a difference of two feels it, also where
 * both round to the same. It has no slope.
 */
function disturbance(e: Expression, much: number): Expression {
  const from = e.kind === 'apply' ? e.args : []
  const all = from.reduce((sum, arg) => apply('add', sum, arg), e)
  const digits = apply('mul', all, number(2 ** 48))
  return apply('add', number(1), apply('mul', number(much), apply('sign', apply('sin', digits))))
}

const isSum = (e: Expression) => e.kind === 'apply' && ['add', 'sub'].includes(e.operation)
const isSquare = (e: Expression) =>
  e.kind === 'apply' && e.operation === 'pow' && e.args[1] === number(2)
const isProduct = (e: Expression) => isSquare(e) || (e.kind === 'apply' && e.operation === 'mul')

/** Whole numbers and what is asked for its floor: there a last digit more or less is another number. */
function wholeIn(root: Expression): ReadonlySet<Expression> {
  const whole = new Set<Expression>()
  for (const e of nodesOf([root]).reverse()) {
    if (e.kind !== 'apply') continue
    if (e.operation === 'floor' || whole.has(e)) for (const arg of e.args) whole.add(arg)
    if (Number.isInteger(evaluate(e, () => Number.NaN))) whole.add(e)
  }
  return whole
}
