// core/optimizers/written/: an optimizer of one’s own, made from the text of its rule.
//
// An optimizer of one's own: made from the text of its rule alone.
import { type Hyper, line } from '../../hyper.ts'
import { Mistake } from '../../language/mistake.ts'
import { limits } from '../../limits.ts'
import { parseRule } from '../../rules/parseRule.ts'
import type { Rule } from '../../rules/rule.ts'
import { type Optimizer, optimizer } from '../optimizer.ts'
import { refuseTypos } from './typos.ts'
import { usualMeaning } from './usualNames.ts'

export const customId = 'custom'

/** What a rule begins with when nobody has written one yet. */
export const firstRule = 'm = beta*m + g\nx = x - lr*m'

const otherwise = 0.9

const known = new Map<string, Optimizer>()
const most = 64

/**
 * The optimizer of a written rule. The same text is the same object.
 * @throws Mistake with line and character
 */
export function customOptimizer(rule: string): Optimizer {
  const made = known.get(rule) ?? make(rule)
  if (known.size >= most) known.clear()
  known.set(rule, made)
  return made
}

function make(text: string): Optimizer {
  refuseLong(text)
  const rule = parseRule(text)
  const names = ['lr', ...rule.hyper, ...rule.defaults.keys()]
  if (names.length - 1 > limits.ruleNames.most) throw atItsEnd(limits.ruleNames, text)
  refuseTypos(rule, text)
  return optimizer({
    id: customId,
    name: 'Your rule',
    source: 'written here',
    hyper: Object.fromEntries([...new Set(names)].map((name) => [name, hyperFor(name, rule)])),
    rule: text,
  })
}

function refuseLong(text: string): void {
  if (text.length > limits.ruleText.most) throw atItsEnd(limits.ruleText, text)
  if (text.split(/[\n;]/).length > limits.ruleLines.most) throw atItsEnd(limits.ruleLines, text)
}

const atItsEnd = ({ words }: { readonly words: string }, text: string) =>
  new Mistake(words, text.length, 0, { place: 'its end' })

function hyperFor(name: string, rule: Rule): Hyper {
  const like = usualMeaning(name) ?? line(otherwise)
  const value = Number(rule.defaults.get(name) ?? like.value)
  return { value, kind: open(like.kind, value) }
}

/**
 * What a name usually means says where its slider goes, with the value that the text gives inside. But nobody knows
 * what a written rule makes of it, so any number is right.
 */
function open({ scale, range }: Hyper['kind'], value: number): Hyper['kind'] {
  const [from, to] = [Math.min(range[0], value), Math.max(range[1], value)]
  const isLogarithmic = scale === 'logarithmic' && from > 0
  return {
    scale: isLogarithmic ? 'logarithmic' : 'linear',
    range: [from, to],
    least: Number.NEGATIVE_INFINITY,
  }
}
