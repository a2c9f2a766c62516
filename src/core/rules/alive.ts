// Which lines of a rule matter to anyone.
import { namesIn } from '../language/expression.ts'
import { type Line, previousOf, type Rule, setsForRule } from './rule.ts'

type Lines = Pick<Rule, 'starts'> & { readonly lines: readonly Line[] }

/**
 * A line that reached x in the full rule and no longer does is dropped. One that never did is meant to be seen, and so is
 * what a schedule sets: they stay, with everything that they read.
 * @param kept memory that someone reads later
 */
export function withoutDead<L extends Line>(
  before: Lines,
  { lines, starts }: { readonly lines: readonly L[]; readonly starts: Rule['starts'] },
  kept: readonly string[],
): readonly L[] {
  const had = reaching(['x'], before)
  const seen = lines.filter(
    (line) => line.name === 'lr' || setsForRule(line) || !had.has(line.name),
  )
  const names = seen.map((line) => line.name)
  const alive = reaching(['x', ...names, ...kept.map((n) => previousOf(n) ?? n)], { lines, starts })
  return lines.filter((line) => alive.has(line.name))
}

/** Some names, and all that they are computed from, in this step or an earlier one. */
function reaching(names: readonly string[], { lines, starts }: Lines): Set<string> {
  const live = new Set(names)
  const all = [...lines, ...[...starts].map(([name, value]) => ({ name, value }))]
  for (let size = -1; size !== live.size; ) {
    size = live.size
    for (const { name, value } of all) {
      if (live.has(name)) for (const n of namesIn(value)) live.add(previousOf(n) ?? n)
    }
  }
  return live
}
