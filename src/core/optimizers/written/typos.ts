// What is read without an error in a written rule, and still cannot be meant.
import { namesIn } from '../../language/expression.ts'
import { Mistake } from '../../language/mistake.ts'
import { nearest } from '../../language/spelling.ts'
import { given, previousOf, type Rule } from '../../rules/rule.ts'
import { longNames, usualMeaning } from './usualNames.ts'

/**
 * Names that stand for nothing, or nearly for something else.
 * @throws Mistake with line and character
 */
export function refuseTypos(rule: Rule, text: string): void {
  for (const name of rule.hyper) {
    const meant = likelyMeant(name, rule)
    if (meant) throw at(text, name, `\`${name}\` is not known; did you mean \`${meant}\`?`)
  }
  refusePrevious(rule, text)
  refuseStarts(rule, text)
}

/** A name that is nearly another one of the rule is a slip, not a new hyper-parameter. */
function likelyMeant(name: string, { hyper, lines, defaults }: Rule): string | undefined {
  const written = [...lines.map((line) => line.name), ...defaults.keys()]
  const meant =
    givenAs.get(name) ??
    nearest(name, [...written, ...hyper.filter((other) => usualMeaning(other))]) ??
    (usualMeaning(name) ? undefined : nearest(name, longNames()))
  return meant && !isNumbered(name, meant) ? meant : undefined
}

/** How people call what a rule is given as g and x. */
const givenAs = new Map(
  Object.entries({ grad: 'g', gradient: 'g', G: 'g', dx: 'g', df: 'g', X: 'x', loss: 'f' }),
)

/** beta1 and beta2 are two names, not a slip. */
const isNumbered = (a: string, b: string) => a.replace(/\d+$/, '') === b.replace(/\d+$/, '')

/** Only what changes from step to step has a value of the step before. */
function refusePrevious({ lines, slots }: Rule, text: string): void {
  const changing = [...given, ...lines.map((line) => line.name)]
  for (const slot of slots) {
    const name = previousOf(slot)
    if (name === undefined || changing.includes(name)) continue
    const sentence = `\`prev(${name})\` needs a line that assigns \`${name}\``
    throw at(text, `prev\\s*\\(\\s*${name}`, sentence, slot.length)
  }
}

/** Memory starts before the first step: from the point, its slope, its loss and hyper-parameters. */
function refuseStarts({ starts, lines }: Rule, text: string): void {
  const later = ['t', ...lines.map((line) => line.name).filter((name) => !given.includes(name))]
  for (const [slot, value] of starts) {
    const name = namesIn(value).find((n) => later.includes(n) || previousOf(n) !== undefined)
    if (name === undefined) continue
    throw at(
      text,
      `${slot}_0`,
      `\`${slot}_0\` cannot start from \`${name}\`, which comes with the steps`,
    )
  }
}

/** A mistake at the first place where a name stands. */
function at(text: string, pattern: string, sentence: string, length = pattern.length): Mistake {
  const from = Math.max(0, text.search(new RegExp(`\\b${pattern}\\b`)))
  const before = text.slice(0, from).split('\n')
  const place = `line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}`
  return new Mistake(sentence, from, length, { place })
}
