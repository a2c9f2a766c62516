// A schedule that PyTorch has not, or not so: made from its lines, it sets the learning rate of each step before it.

import type { Run } from '../../experiment/prepare.ts'
import { isCount, type Rule } from '../../rules/rule.ts'
import { bodyOf } from './body.ts'
import type { Leg } from './legs.ts'
import { float, indented } from './literal.ts'
import { naming } from './naming.ts'
import { cycledBy, reads } from './rules.ts'

interface Written {
  readonly text: (name: string) => string
  /** The arguments behind the optimizer: `, gamma=0.9`. */
  readonly given: string
  /** Whether it remembers anything from step to step. */
  readonly remembers: boolean
}

/** The class of a run's schedule, and what it is called with. */
export function scheduleText({ run, scheduleRule: rule }: Leg, title: string): Written {
  const cycled = cycledBy(run)
  const words = naming(['f', 'lr', ...(cycled ? [cycled] : []), ...rule.lines.map((l) => l.name)])
  const hyper = rule.hyper.filter((n) => run.settings[n] !== undefined)
  const { memory, lines, next } = bodyOf(rule, { name: words }, 'scalar(0)')
  const counted = countsIn(rule).filter((n) => !rule.lines.some((line) => line.name === n))
  const step = [
    ...hyper.map((n) => `${words(n)} = scalar(self.hyper['${words(n)}'])`),
    ...counted.map((n) => `${words(n)} = scalar(self.count)`),
    'lr = scalar(self.lr)',
    ...(reads(rule, 'f') ? ['f = loss.detach()'] : []),
    ...(memory.length ? ['state = self.state'] : []),
    ...memory,
    ...lines,
    ...(next.length ? [`self.state = dict(${next.join(', ')})`] : []),
    "self.group['lr'] = lr.item()",
    ...(cycled ? [settingOf(run, cycled, words(cycled))] : []),
    'self.count += 1',
  ]
  const text = (name: string) => `class ${name}:
    # ${title}: sets the learning rate of a step before it.

    def __init__(self, optimizer, count=0, **hyper):
        self.group = optimizer.param_groups[0]
        self.lr = self.group['lr']
        self.hyper, self.count, self.state = hyper, count, {}

    def before(self, loss):
${indented(step.join('\n'), 2)}`
  const given = hyper.map((n) => `, ${words(n)}=${float(Number(run.settings[n]))}`).join('')
  return { text, given, remembers: next.length > 0 }
}

/** The names by which the lines count the steps that are done. */
const countsIn = (rule: Rule): string[] =>
  ['schedule.k', 'warmup.k'].filter((n) => isCount(n) && reads(rule, n))

/** How the cycled momentum comes to the optimizer: PyTorch's β₁ is the first of betas. */
function settingOf({ optimizer: { hyper } }: Run, cycled: string, word: string): string {
  const isOwn = Object.hasOwn(hyper, cycled)
  return isOwn
    ? `self.group['${cycled}'] = ${word}.item()`
    : `self.group['betas'] = (${word}.item(), *self.group['betas'][1:])`
}
