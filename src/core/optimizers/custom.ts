// An optimizer of one's own: made from the text of its rule alone.
import { decay, epsilon, type Hyper, line, penalty, rate } from '../hyper.ts'
import { Mistake } from '../language/mistake.ts'
import { parseRule, type Rule } from '../language/rule.ts'
import { nearest } from '../language/spelling.ts'
import { optimizers } from './index.ts'
import { hyperOf, type Optimizer, optimizer } from './optimizer.ts'

export const customId = 'custom'

/** What a rule begins with when nobody has written one yet. */
export const firstRule = 'm = beta*m + g\nx = x - lr*m'

/** Names that people use for what no optimizer here calls so. */
const usual: readonly (readonly [RegExp, Hyper])[] = [
  [/^(beta|gamma|mu|rho|alpha|decay|momentum)\d*$/, decay(0.9)],
  [/^(lr|eta|rate|step)\d*$/, rate(0.01)],
  [/^(eps|epsilon|delta)\d*$/, epsilon(1e-8)],
  [/^(weight_decay|wd|lambda|lambd|penalty)\d*$/, penalty(0.01)],
]
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
  const rule = parseRule(text)
  refuseSlips(rule, text)
  const names = ['lr', ...rule.hyper, ...rule.defaults.keys()]
  return optimizer({
    id: customId,
    name: 'Your rule',
    source: 'written here',
    hyper: Object.fromEntries([...new Set(names)].map((name) => [name, hyperFor(name, rule)])),
    rule: text,
  })
}

function hyperFor(name: string, rule: Rule): Hyper {
  const like =
    usual.find(([pattern]) => pattern.test(name))?.[1] ?? builtIn(name) ?? line(otherwise)
  const value = rule.defaults.get(name)
  const { symbol: _, needed: __, ...plain } = like
  return value === undefined ? plain : { ...plain, value, kind: wide(plain.kind, value) }
}

const builtIn = (name: string) =>
  optimizers.map((known) => hyperOf(known).get(name)).find((hyper) => hyper !== undefined)

/** The range of a slider, with the value that the text gives inside. */
const wide = (kind: Hyper['kind'], value: number): Hyper['kind'] => ({
  ...kind,
  range: [Math.min(kind.range[0], value), Math.max(kind.range[1], value)],
})

/** A name that is nearly another one of the rule is a slip, not a new hyper-parameter. */
function refuseSlips({ hyper, lines }: Rule, text: string): void {
  const written = lines.map(({ name }) => name)
  for (const name of hyper) {
    const meant =
      givenAs.get(name) ??
      nearest(name, [...written, ...hyper.filter((other) => isPlain(other))]) ??
      (isPlain(name) ? undefined : nearest(name, longNames()))
    if (!meant || isNumbered(name, meant)) continue
    const at = text.search(new RegExp(`\\b${name}\\b`))
    const before = text.slice(0, at).split('\n')
    throw new Mistake(
      `\`${name}\` is not known; did you mean \`${meant}\`?`,
      at,
      name.length,
      `line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}`,
    )
  }
}

/** How people call what a rule is given as g and x. */
const givenAs = new Map(
  Object.entries({ grad: 'g', gradient: 'g', G: 'g', dx: 'g', df: 'g', X: 'x', loss: 'f' }),
)

/** Names of the built-in optimizers that nobody would come near by chance. */
const longNames = () =>
  optimizers.flatMap((known) => [...hyperOf(known).keys()]).filter((name) => name.length > 6)

/** A name that someone has used for something before. */
const isPlain = (name: string) =>
  usual.some(([pattern]) => pattern.test(name)) || builtIn(name) !== undefined

/** beta1 and beta2 are two names, not a slip. */
const isNumbered = (a: string, b: string) => a.replace(/\d+$/, '') === b.replace(/\d+$/, '')
