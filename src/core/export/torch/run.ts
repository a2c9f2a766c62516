// One run: its legs one after the other, and the table of its points.

import type { Prepared, Run } from '../../experiment/prepare.ts'
import { cell } from '../csv.ts'
import { listed } from './arguments.ts'
import { chainsOf, type Leg } from './legs.ts'
import { comment, float, quoted } from './literal.ts'
import { loopText } from './loop.ts'
import { type Making, makingsOf, type Place } from './optimizers.ts'
import { isInLoop } from './rules.ts'
import { type Scheduler, schedulerOf } from './schedules.ts'

export function runText(prepared: Prepared, run: Run, place: Place): string {
  const { variables } = place
  const chains = chainsOf(prepared, run)
  const legs = chains.flat()
  // An evaluation a step is a step: nothing needs to be counted.
  const counts = prepared.budget === 'evaluations' && legs.some((leg) => leg.run.optimizer.method)
  const point = variables.join(', ')
  const blocks = chains.flatMap((chain) => {
    const makings = makingsOf(chain, place)
    const isBranched = chain.length > 1
    const schedulers = chain.map((leg) => schedulerOf(leg, place, isBranched))
    return chain.map((leg, i) => {
      const [before, making] = [chain[i - 1], makings[i] as Making]
      const scheduler = schedulers[i]
      return [
        ...(legs.length > 1 ? [heading(leg, prepared)] : []),
        optimizerText(making, variables, { before, isFirst: leg === legs[0] }),
        ...(scheduler ? [schedulerText(scheduler, leg, schedulers[i - 1])] : []),
        loopText(leg, {
          variables,
          scheduler,
          budget: counts ? prepared.steps : undefined,
          isNoisy: prepared.noise > 0,
          isLittered: before?.run.bugs.some(isInLoop) === true && !run.optimizer.method,
        }),
      ].join('\n')
    })
  })
  const start = variables.map(
    (v, i) => `${v} = torch.tensor(${float(prepared.start[i] as number)}, requires_grad=True)`,
  )
  return `${comment(run.label)}
${start.join('\n')}
rows, rates = [observe(${point})], []
${counts ? 'evaluations = 0\n' : ''}${blocks.join('\n')}
write(${quoted(cell(run.label))}, rows, rates)`
}

const heading = ({ run, from, until }: Leg, { runs }: Prepared) =>
  comment(`steps ${from} to ${until}: ${runs[runs.indexOf(run)]?.label ?? run.label}`)

interface Before {
  readonly before: Leg | undefined
  readonly isFirst: boolean
}

function optimizerText(
  { name, given, isOwn }: Making,
  variables: readonly string[],
  { before }: Before,
): string {
  const made = `optimizer = ${name}([${variables.join(', ')}], ${listed(given)})`
  if (!before) return made
  if (isOwn) return `memory = optimizer.state\n${made}\noptimizer.state = memory`
  const changed = `optimizer.param_groups[0].update(${listed(given)})`
  const kept = given.get('history_size')
  if (kept === undefined) return changed
  // L-BFGS makes a list of its own once, as long as its history is then; and it never makes what it keeps shorter.
  return `${changed}
memory = optimizer.state[${variables[0]}]
memory.pop('al', None)
for pairs in ('old_dirs', 'old_stps', 'ro'):
    del (memory.get(pairs) or [])[:-${kept}]`
}

function schedulerText(
  { call, isOwn, remembers }: Scheduler,
  { from, began }: Leg,
  before?: Scheduler,
): string {
  if (!isOwn || from === began) return `scheduler = ${call}`
  const going = call.replace('(optimizer', `(optimizer, count=${from - began}`)
  // What a schedule between them does not remember is forgotten.
  if (!before || !remembers) return `scheduler = ${going}`
  return `memory = scheduler.state\nscheduler = ${going}\nscheduler.state = memory`
}
