// Quantities that folding left with nothing of their own to say.
import { namesIn } from '../language/expression.ts'
import { substitute, vanish } from '../language/simplify.ts'
import { given, type Line, setsForRule } from './rule.ts'
import { ruleFrom } from './ruleFrom.ts'

export interface Folded extends Line {
  /** Something in it was off. */
  readonly changed: boolean
}

/**
 * A quantity that folding made an alias, or that it left with one reader, moves into its reader.
 * @param kept memory that someone reads later
 */
export function withoutAliases(
  lines: readonly Folded[],
  kept: readonly string[],
): readonly Folded[] {
  const { slots } = ruleFrom(lines, { kept })
  const readers = (n: string) => lines.filter((line) => namesIn(line.value).includes(n))
  const gone = lines.find(
    (line) =>
      line.changed &&
      !given.includes(line.name) &&
      !setsForRule(line) &&
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
  return withoutAliases(inlined, kept)
}

/** Whether what a line reads is still the same where its last reader stands. */
function keepsItsValue(line: Line, lines: readonly Line[], reader: Line): boolean {
  const between = lines.slice(lines.indexOf(line) + 1, lines.indexOf(reader))
  return !between.some((other) => namesIn(line.value).includes(other.name))
}
