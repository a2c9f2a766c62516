// The rule with only what is switched on: the folded rule is the one that runs and the one on the wall.
import { apply, type Expression, name, number } from '../language/expression.ts'
import { rewrite, vanish } from '../language/simplify.ts'
import { type Folded, withoutAliases } from './aliases.ts'
import { withoutDead } from './alive.ts'
import { given, type Line, previousOf, type Rule } from './rule.ts'
import { ruleFrom } from './ruleFrom.ts'
import { decision, type Switched, valueOff } from './switches.ts'

/** What comes before and after, where a run changes its settings on the way and goes on with the same memory. */
export interface Company {
  /** Memory that is read later. */
  readonly kept: readonly string[]
  /** What has counted every step so far. */
  readonly counters: readonly string[]
}

/**
 * Hyper-parameters that are 0, flags, and comparisons that come out the same in every step go in as numbers; what that
 * decides folds away.
 * @param company for one of several rules that work one after the other with the same memory
 */
export function fold(switched: Switched, company?: Company): Rule {
  const { full } = switched
  const { kept = [], counters = countersOf(switched) } = company ?? {}
  const starts = [...full.starts].map(([n, value]) => [n, folding(switched)(value)] as const)
  const lines = withoutAliases(
    linesFolded(switched).map((line) =>
      counters.includes(line.name) ? { ...line, value: name('t') } : line,
    ),
    kept,
  )
  const alive = withoutDead(full, { lines, starts: new Map(starts) }, kept)
  const besides = {
    defaults: full.defaults,
    supplied: full.supplied,
    kept,
    varied: variedIn(full, company),
  }
  const { slots } = ruleFrom(alive, besides)
  const remembered = slots.map((slot) => previousOf(slot) ?? slot)
  return ruleFrom(
    alive.map(({ changed: _, ...line }) => line),
    { ...besides, starts: new Map(starts.filter(([n]) => remembered.includes(n))) },
  )
}

/** In company memory that differs by coordinate in the full rule does so in every one that is folded from it. */
const variedIn = ({ slots, varying }: Rule, company: Company | undefined): readonly string[] =>
  company ? slots.map((slot) => previousOf(slot) ?? slot).filter((n) => varying.has(n)) : []

/** A memory that folding made grow by 1 in every step, from 0: it is the number of the step. */
export function countersOf(switched: Switched): readonly string[] {
  const lines = linesFolded(switched)
  const { slots } = ruleFrom(lines)
  return lines
    .filter(
      ({ name: n, value, changed }) =>
        changed &&
        value === apply('add', name(n), number(1)) &&
        !switched.full.starts.has(n) &&
        !slots.includes(`prev(${n})`) &&
        lines.filter((other) => other.name === n).length === 1,
    )
    .map(({ name: n }) => n)
}

/** An expression with what is decided put in. */
function folding(switched: Switched): (e: Expression) => Expression {
  const decided = (e: Expression) => {
    const value = e.kind === 'name' ? valueOff(e.name, switched) : decision(e, switched)
    return value === undefined ? undefined : number(value)
  }
  return (e) => rewrite([e], decided, vanish)(e)
}

function linesFolded(switched: Switched): readonly Folded[] {
  const { lines } = switched.full
  const foldIn = folding(switched)
  return lines
    .map((line) => ({ ...line, value: foldIn(line.value) }))
    .map((line, i) => ({ ...line, changed: line.value !== lines[i]?.value }))
    .filter((line, i, all) => !isIdle(line, i, all))
}

/** A line that only repeats what its name already means. Memory that stays as it is must not lose its start. */
const isIdle = (line: Line, i: number, all: readonly Line[]): boolean =>
  line.value === name(line.name) &&
  (all.slice(0, i).some((before) => before.name === line.name) ||
    (line.name === 'x'
      ? all.some((other, j) => j !== i && other.name === 'x')
      : given.includes(line.name)))
