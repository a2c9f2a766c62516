// One step of a run as one graph: the loss, its gradient and the rule for each coordinate. Equal parts are shared
// by themselves. State moves together at the end of the step, so the order inside never matters to the runner.

import type { Run } from '../experiment/prepare.ts'
import { gradient } from '../language/derivative.ts'
import { apply, type Expression, name, number } from '../language/expression.ts'
import { constants } from '../language/operations/names.ts'
import { compile, type Program } from '../language/program.ts'
import { rewrite, substitute } from '../language/simplify.ts'
import { withPowersLookedUp } from '../rules/powersLookedUp.ts'
import { isCount, previousOf, type Rule, startOf } from '../rules/rule.ts'
import { withSquaresLast } from '../rules/squaresLast.ts'
import {
  countName,
  hyperName,
  noiseName,
  pointName,
  powerName,
  slotName,
  suppliedName,
} from './registers.ts'

/** A compiled step. What is read from the program's outputs stands in this order. */
export interface Step {
  readonly program: Program
  /** Inputs that each step changes: first the coordinates of the point, then the slots. */
  readonly state: readonly State[]
  /** Computes where each of them starts, from the point, the noise and the hyper-parameters of the first step. */
  readonly starts: Program
  /** Powers of t to be looked up: the input's name and the base. */
  readonly powers: ReadonlyMap<string, Expression>
  /** Where in the outputs: the loss, the gradient, the lines (line by line, each for all coordinates), the next state. */
  readonly at: {
    readonly f: number
    readonly grad: number
    readonly lines: number
    readonly next: number
  }
}

interface State {
  readonly input: string
  /** What the rule calls it. */
  readonly slot: string
  readonly next: Expression
  readonly start: Expression
}

/** So that a loss of t or of m never meets the rule's. */
function renamed(loss: Expression, variables: readonly string[]): Expression {
  const toPoint = (e: Expression) =>
    e.kind === 'name' && variables.includes(e.name)
      ? name(pointName(variables.indexOf(e.name)))
      : undefined
  return rewrite([loss], toPoint, apply)(loss)
}

/** Builds and compiles the step of a run; if it is noisy, the rule reads the gradient with what is added to it. */
export function stepOf(
  loss: Expression,
  variables: readonly string[],
  { rule, isNoisy = false }: Pick<Run, 'rule'> & { readonly isNoisy?: boolean },
): Step {
  const f = renamed(loss, variables)
  const points = variables.map((_, i) => pointName(i))
  const grad = gradient(f, points)
  const noise = isNoisy ? points.map((_, i) => noiseName(i)) : []
  const seen = grad.map((g, i) => (isNoisy ? apply('add', g, name(noiseName(i))) : g))
  const coordinates = points.map((point, i) => coordinate(rule, f, point, seen[i] as Expression, i))
  const lines = rule.lines.flatMap((_, j) => coordinates.map((c) => c.lines[j] as Expression))
  const kept = new Map(coordinates.flatMap((c) => c.slots).map((slot) => [slot.input, slot]))
  const state = [...coordinates.map((c) => c.point), ...kept.values()]
  const roots = [f, ...grad, ...lines, ...state.map((s) => s.next)]
  const { lookedUp, powers } = withPowersLookedUp(roots, {
    count,
    isFixed: isHyper,
    called: powerName,
  })
  const inputs = [
    ...state.map((s) => s.input),
    // Also what the rule does not read is written down.
    ...noise,
    ...rule.supplied.flatMap((s) => points.map((_, i) => suppliedName(s, i))),
  ].map(name)
  return {
    program: compile([...roots.map(lookedUp), ...inputs], isHyper),
    state,
    starts: compile(state.map((s) => s.start)),
    powers,
    at: { f: 0, grad: 1, lines: 1 + grad.length, next: 1 + grad.length + lines.length },
  }
}

const count = name(countName)
/** Hyper-parameters keep their values all through the run; what a schedule makes of them has its own lines. */
const isHyper = (n: string) => n.startsWith(hyperName(''))
const stepsDone = apply('sub', count, number(1))

interface Coordinate {
  readonly lines: readonly Expression[]
  readonly point: State
  readonly slots: readonly State[]
}

function coordinate(
  rule: Rule,
  f: Expression,
  point: string,
  g: Expression,
  i: number,
): Coordinate {
  const own = (n: string) =>
    rule.varying.has(n) || rule.varying.has(previousOf(n) ?? n) ? slotName(n, i) : slotName(n)
  const first = new Map<string, Expression>([
    ['t', count],
    ['x', name(point)],
    ['g', g],
    ['f', f],
    ['lr', name(hyperName('lr'))],
    ...rule.supplied.map((s) => [s.name, name(suppliedName(s, i))] as const),
  ])
  const now = new Map([...first, ...rule.slots.map((slot) => [slot, name(own(slot))] as const)])
  // What is neither given nor remembered nor computed is a hyper-parameter: every name goes to a register of its kind.
  const lookUp = (known: ReadonlyMap<string, Expression>) => (n: string) =>
    known.get(n) ?? (constants.has(n) ? undefined : isCount(n) ? stepsDone : name(hyperName(n)))
  const lines = rule.lines.map((line) => {
    const value = substitute(withSquaresLast(line.value), lookUp(now), apply)
    now.set(line.name, value)
    return value
  })
  const slots = rule.slots.map((slot): State => {
    const of = previousOf(slot)
    const next = of === 'x' ? name(point) : (now.get(of ?? slot) as Expression)
    const start = startOf(slot, rule) ?? (of === 'x' ? name('x') : number(0))
    return { input: own(slot), slot, next, start: substitute(start, lookUp(first), apply) }
  })
  const next = now.get('x') as Expression
  return { lines, point: { input: point, slot: 'x', next, start: name(point) }, slots }
}
