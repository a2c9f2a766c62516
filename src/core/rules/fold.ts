// The rule with only what is switched on: the folded rule is the one that runs and the one on the wall.
import { type Expression, name, namesIn, nodesOf, number } from '../language/expression.ts'
import { compares } from '../language/operations.ts'
import { evaluate } from '../language/program.ts'
import { rewrite, substitute, vanish } from '../language/simplify.ts'
import { given, type Line, previousOf, type Rule, ruleFrom } from './rule.ts'

export type Settings = Readonly<Record<string, number | boolean>>

interface Folded extends Line {
  readonly changed: boolean
}

/**
 * Hyper-parameters that are 0, flags, and comparisons of hyper-parameters go in as numbers; what that decides folds away.
 * @param full the rule as written
 * @param settings the value of each hyper-parameter
 */
export function fold(full: Rule, settings: Settings): Rule {
  const off = (n: string) => {
    const value = full.hyper.includes(n) ? asNumber(settings[n]) : undefined
    return value === undefined ? undefined : number(value)
  }
  const decided = (e: Expression) =>
    isSwitch(e, full)
      ? number(evaluate(e, (n) => Number(settings[n])))
      : e.kind === 'name'
        ? off(e.name)
        : undefined
  const foldIn = (e: Expression) => rewrite([e], decided, vanish)(e)
  const lines = full.lines
    .map((line) => ({ ...line, value: foldIn(line.value) }))
    .map((line, i) => ({ ...line, changed: line.value !== full.lines[i]?.value }))
    .filter((line, i, all) => !isIdle(line, i, all))
  const kept = withoutDead(full.lines, withoutAliases(lines))
  const names = new Set(kept.map((line) => line.name))
  const starts = [...full.starts].filter(([slot]) => names.has(slot))
  return ruleFrom(
    kept.map(({ changed: _, ...line }) => line),
    new Map(starts.map(([slot, value]) => [slot, foldIn(value)])),
    full.defaults,
    full.supplied,
  )
}

/** As what number a setting goes into the rule, if it does: 0 and flags do. */
const asNumber = (value: Settings[string] | undefined): number | undefined =>
  Object.is(value, 0) || typeof value === 'boolean' ? Number(value) : undefined

/** A line that only repeats what its name already means. Memory that stays as it is must not lose its start. */
const isIdle = (line: Line, i: number, all: readonly Line[]): boolean =>
  line.value === name(line.name) &&
  (all.slice(0, i).some((before) => before.name === line.name) ||
    (line.name === 'x'
      ? all.some((other, j) => j !== i && other.name === 'x')
      : given.includes(line.name)))

/** Whether an expression compares nothing but hyper-parameters, so that a run decides it once. */
const isSwitch = (e: Expression, { hyper }: Rule): boolean =>
  e.kind === 'apply' &&
  compares(e.operation) &&
  namesIn(e).length > 0 &&
  namesIn(e).every((n) => hyper.includes(n))

/** What the folded rule depends on: two settings with the same switches fold alike. */
export function switchesOf(full: Rule, settings: Settings): string {
  const roots = [...full.lines.map((line) => line.value), ...full.starts.values()]
  const comparisons = nodesOf(roots).filter((e) => isSwitch(e, full))
  const decisions = comparisons.map((e) => evaluate(e, (n) => Number(settings[n])))
  return [...full.hyper.map((n) => asNumber(settings[n])), ...decisions].join()
}

/** A quantity that folding made an alias, or that it left with one reader, moves into its reader. */
function withoutAliases(lines: readonly Folded[]): readonly Folded[] {
  const { slots } = ruleFrom(lines)
  const readers = (n: string) => lines.filter((line) => namesIn(line.value).includes(n))
  const gone = lines.find(
    (line) =>
      line.changed &&
      !given.includes(line.name) &&
      !slots.includes(line.name) &&
      !slots.includes(`prev(${line.name})`) &&
      lines.filter((other) => other.name === line.name).length === 1 &&
      readers(line.name).length > 0 &&
      (line.value.kind !== 'apply' || readers(line.name).length === 1) &&
      keepsItsValue(line, lines, readers(line.name).at(-1) as Folded),
  )
  if (!gone) return lines
  const rest = lines.filter((line) => line !== gone)
  const inlined = rest.map((line) => ({
    ...line,
    value: substitute(line.value, (n) => (n === gone.name ? gone.value : undefined), vanish),
  }))
  return withoutAliases(inlined)
}

/** Whether what a line reads is still the same where its last reader stands. */
function keepsItsValue(line: Line, lines: readonly Line[], reader: Line): boolean {
  const between = lines.slice(lines.indexOf(line) + 1, lines.indexOf(reader))
  return !between.some((other) => namesIn(line.value).includes(other.name))
}

/** A line that reached x in the full rule and no longer does is dropped; one that never did is meant to be seen. */
function withoutDead(before: readonly Line[], lines: readonly Folded[]): readonly Folded[] {
  const had = reaching(before)
  const has = reaching(lines)
  return lines.filter((line) => has.has(line.name) || !had.has(line.name))
}

function reaching(lines: readonly Line[]): Set<string> {
  const live = new Set(['x'])
  for (let size = -1; size !== live.size; ) {
    size = live.size
    for (const line of lines) {
      if (live.has(line.name)) for (const n of namesIn(line.value)) live.add(previousOf(n) ?? n)
    }
  }
  return live
}
