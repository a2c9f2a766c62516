// The numbers of a typeset rule as they are written: how many figures, and in parentheses where their place needs them.
import { namesIn } from '../language/expression.ts'
import { constants } from '../language/operations/names.ts'
import { compileFunction } from '../language/program.ts'
import { exactFigures, plain, steady } from '../number.ts'
import type { Source } from '../rules/source.ts'
import { figuresNeeded } from './figures.ts'
import type { FormulaLine } from './formula.ts'

/** What someone set, or counts, is shown as it is; what was computed, rounded. */
export const isSet = (source: Source): boolean =>
  ['hyper', 'lr', 't', 'count'].includes(source.of) || (source.of === 'supplied' && source.whole)

/** A number as the formula shows it in a place that needs at least this level (operations.ts). */
export function shown(
  value: number,
  { source, level }: { readonly source: Source; readonly level: number },
  figures: number,
): string {
  const text = isSet(source) ? plain(value, exactFigures) : steady(value, figures)
  return levelOf(text) < level ? `(${text})` : text
}

/** How tightly a written number binds: see core/language/operations.ts. */
function levelOf(text: string): number {
  if (text.startsWith('−')) return 1
  if (text.includes('·')) return 3
  return /[⁰-⁹⁻²³]/.test(text) ? 4 : 5
}

/**
 * Chooses the figures of a line's numbers in a step.
 * @param needed what they are chosen by
 */
export function figuresBy<F extends number | undefined>(
  { computes }: FormulaLine,
  needed: (...line: Parameters<typeof figuresNeeded>) => F,
): ((of: (source: Source) => number, result: number) => F) | undefined {
  if (!computes) return undefined
  const names = namesIn(computes.expression).filter((name) => !constants.has(name))
  const sources = names.map(computes.source)
  const compute = compileFunction(computes.expression, names)
  return (of, result) =>
    needed(
      compute,
      sources.map((source) => ({ value: of(source), exact: isSet(source) })),
      result,
    )
}

/** The same by what lets whoever computes it again arrive at a result of the fewest figures. */
export const figuresFor = (line: FormulaLine) => figuresBy(line, figuresNeeded)
