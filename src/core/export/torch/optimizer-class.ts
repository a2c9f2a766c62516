// An optimizer that PyTorch has not, as a class like PyTorch's own, made from the lines of its rule.
import { defaultOf, type Entries, type Entry, type Hyper, isGroup, isHyper } from '../../hyper.ts'
import type { Optimizer } from '../../optimizers/optimizer.ts'
import { customId } from '../../optimizers/written/custom.ts'
import { bodyOf } from './body.ts'
import type { Leg } from './legs.ts'
import { comment, indented, single } from './literal.ts'
import { argumentsOfTorch, naming } from './naming.ts'
import { cycledBy, reads } from './rules.ts'

const circumstances = { steps: 0, lr: Number.NaN, of: () => Number.NaN }
const given = ['x', 'g', 't', 'f', 'lr']

/** Those arguments of an optimizer that its rule reads, and always what a schedule sets. */
export function argumentsRead({ run, rule }: Leg): Entries {
  const isRead = (n: string) => n === 'lr' || n === cycledBy(run) || rule.hyper.includes(n)
  return Object.fromEntries(
    Object.entries(run.optimizer.hyper).filter(([key, entry]) =>
      isGroup(entry) ? Object.keys(entry).some(isRead) : isRead(key),
    ),
  )
}

/** What the class calls the names of its rule. */
export const wordsOf = ({ names }: Leg) => naming([...given, ...names], argumentsOfTorch)

/** What it calls an argument: tuples keep their name, since schedulers look for `betas`. */
export const wordOf = (key: string, entries: Entries, words: (name: string) => string): string =>
  isGroup(entries[key] as Entry) ? key : words(key)

/**
 * The text of the class.
 * @param taken arguments that it is called with although the rule, as it is switched, does not read them; counts:
 * whether it counts the steps, though it need not
 */
export function classText(name: string, leg: Leg, taken: readonly string[] = []): string {
  const { optimizer } = leg.run
  const words = wordsOf(leg)
  const known = argumentsRead(leg)
  const entries = Object.entries(optimizer.hyper)
    .filter(([key]) => Object.hasOwn(known, key) || taken.includes(key))
    .map(([key, entry]) => [wordOf(key, optimizer.hyper, words), entry] as const)
  return `class ${name}(torch.optim.Optimizer):
${indented(origin(optimizer))}

    def __init__(self, params, ${entries.map(([key, entry]) => `${key}=${preset(entry)}`).join(', ')}):
        super().__init__(params, dict(${entries.map(([key]) => `${key}=${key}`).join(', ')}))

    @torch.no_grad()
    def step(self, closure=None):
${indented(stepText(leg, entries, words), 2)}`
}

type Named = readonly (readonly [key: string, entry: Entry])[]

/** What a step does: the arguments, then for each parameter its memory and the lines. */
function stepText({ rule, counts }: Leg, entries: Named, words: (name: string) => string): string {
  const { memory, lines, next } = bodyOf(rule, { name: words }, 'torch.zeros_like(x)')
  const asks = reads(rule, 'f')
  const setsRate = rule.lines.some((line) => line.name === 'lr')
  const isAtFirst = ([key]: readonly [string, Entry]) => !(setsRate && key === 'lr')
  const kept = [...(counts ? ['t=t'] : []), ...next, ...(setsRate ? ['rate=lr'] : [])]
  return [
    ...(asks ? ['f = closure().detach()'] : []),
    'for group in self.param_groups:',
    ...entries.filter(isAtFirst).map(([key, entry]) => indented(reading(key, entry, words))),
    "    for param in group['params']:",
    ...[
      'x, g = param.clone(), param.grad.clone()',
      ...(rule.slots.includes('prev(x)') ? ['here = x'] : []),
      ...(kept.length ? ['state = self.state[param]'] : []),
      ...(counts ? ["t = state.get('t', scalar(0)) + 1"] : []),
      // What the lines change begins anew for each parameter.
      ...(setsRate ? ["lr = scalar(group['lr'])"] : []),
      ...memory,
      ...lines,
      ...(kept.length ? [`self.state[param] = dict(${kept.join(', ')})`] : []),
      'param.copy_(x)',
    ].map((line) => indented(line, 2)),
  ].join('\n')
}

function origin({ id, source, rule }: Optimizer): string {
  if (id !== customId) return comment(source)
  return String(rule).trim().split('\n').map(comment).join('\n')
}

function reading(key: string, entry: Entry, words: (name: string) => string): string {
  if (!isGroup(entry)) return `${key} = scalar(group['${key}'])`
  return `${Object.keys(entry).map(words).join(', ')} = map(scalar, group['${key}'])`
}

/** The default of an argument. */
export function preset(entry: Entry): string {
  const one = ({ value, kind }: Hyper) => single(defaultOf(value, circumstances), kind)
  if (isHyper(entry)) return one(entry)
  return isGroup(entry) ? `(${Object.values(entry).map(one).join(', ')})` : 'None'
}
