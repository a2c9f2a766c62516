// The training loop of one leg of a run, as PyTorch's own examples write it.
import type { Leg } from './legs.ts'
import { indented } from './literal.ts'
import { isInLoop, reads } from './rules.ts'
import type { Scheduler } from './schedules.ts'

interface Circumstances {
  readonly variables: readonly string[]
  readonly scheduler: Scheduler | undefined
  /** With the budget in evaluations: how many there are. */
  readonly budget: number | undefined
  /** Noise comes to every gradient, always the same within a step. */
  readonly isNoisy: boolean
  /** The gradients of the leg before are still there, since it forgot to clear them, too. */
  readonly isLittered: boolean
}

export function loopText(leg: Leg, circumstances: Circumstances): string {
  const { variables, scheduler, budget } = circumstances
  const { from, until, run, rule } = leg
  const range = from ? `${from}, ${until}` : `${until}`
  const point = variables.join(', ')
  const finite = variables.map((v) => `torch.isfinite(${v})`).join(' and ')
  const setsRate = !run.optimizer.method && rule.lines.some((line) => line.name === 'lr')
  const rate = setsRate
    ? `optimizer.state[${variables[0]}]['rate'].item()`
    : "optimizer.param_groups[0]['lr']"
  const body = [
    ...(budget === undefined ? [] : [`if evaluations >= ${budget}:`, '    break']),
    ...(run.optimizer.method ? methodStep(leg, circumstances) : ruleStep(leg, circumstances)),
    `if not ${variables.length > 1 ? `(${finite})` : finite}:`,
    '    break',
    `rates.append(${rate})`,
    `rows.append(observe(${point}))`,
    ...(scheduler?.step === 'after' ? ['scheduler.step()'] : []),
    ...(scheduler?.step === 'after, told the loss' ? ['scheduler.step(loss)'] : []),
  ]
  return `${before(leg, circumstances)}for step in range(${range}):\n${indented(body.join('\n'))}`
}

/** What comes behind a backward(). */
const disturbing = ({ isNoisy, variables }: Circumstances): string[] =>
  isNoisy ? [`disturb(step, ${variables.join(', ')})`] : []

/** What stands before the loop: the closure, and once what the loop forgets. */
function before(leg: Leg, circumstances: Circumstances): string {
  const { variables, isLittered, budget } = circumstances
  const { optimizer } = leg.run
  const clear = forgets(leg) && !isLittered ? 'optimizer.zero_grad()\n' : ''
  if (!optimizer.method || optimizer.id === 'newton') return clear
  const point = variables.join(', ')
  const counts = budget === undefined ? [] : ['global evaluations', 'evaluations += 1']
  const body = isStale(leg)
    ? [...counts, `return function(${point})  # the mistake: no backward()`]
    : [
        ...counts,
        clearing(leg),
        `loss = function(${point})`,
        'loss.backward()',
        ...disturbing(circumstances),
        'return loss',
      ]
  return `${clear}\ndef closure():\n${indented(body.join('\n'))}\n\n`
}

const closureBug = ({ run }: Leg, kind: string) =>
  run.bugs.some((bug) => isInLoop(bug) && bug.inClosure === kind)
const isStale = (leg: Leg) => closureBug(leg, 'stale')
const forgets = (leg: Leg) => closureBug(leg, 'accumulated')

const clearing = (leg: Leg) =>
  forgets(leg) ? '# the mistake: no zero_grad()' : 'optimizer.zero_grad()'

function ruleStep(leg: Leg, circumstances: Circumstances): string[] {
  const { variables, scheduler, budget } = circumstances
  const asks = reads(leg.rule, 'f')
  return [
    clearing(leg),
    `loss = function(${variables.join(', ')})`,
    'loss.backward()',
    ...disturbing(circumstances),
    ...(budget === undefined ? [] : ['evaluations += 1']),
    ...(scheduler?.step === 'before' ? ['scheduler.before(loss)'] : []),
    asks ? 'optimizer.step(lambda: loss)' : 'optimizer.step()',
  ]
}

function methodStep(leg: Leg, circumstances: Circumstances): string[] {
  const { variables, scheduler, budget, isNoisy } = circumstances
  const { id } = leg.run.optimizer
  const point = variables.join(', ')
  const evaluated = `function(${point})`
  const twice = isNoisy ? `tilted(step, ${point})` : evaluated
  return [
    ...(scheduler && scheduler.step !== 'after' ? [`loss = ${evaluated}`] : []),
    ...(scheduler?.step === 'before' ? ['scheduler.before(loss)'] : []),
    ...(isStale(leg)
      ? [clearing(leg), `${evaluated}.backward()`, ...disturbing(circumstances)]
      : []),
    // Where the closure does not count for itself.
    ...((id === 'newton' || isStale(leg)) && budget !== undefined ? ['evaluations += 1'] : []),
    ...(mayRest(leg)
      ? [
          "if optimizer.param_groups[0]['lr'] != 0:",
          '    optimizer.step(closure)',
          'else:  # the line search would divide by 0',
          '    closure()',
        ]
      : [`optimizer.step(${id === 'newton' ? `lambda: ${twice}` : 'closure'})`]),
  ]
}

/** PyTorch's line search begins with the learning rate, which may be 0. */
const mayRest = ({ run: { settings, schedule } }: Leg) =>
  settings.strong_wolfe === true && (schedule !== undefined || settings.lr === 0)
