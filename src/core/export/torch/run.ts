// One run: its legs one after the other, and the table of its points.

import type { Prepared, Run } from '../../experiment/prepare.ts'
import { cell } from '../csv.ts'
import { chainsOf, type Leg } from './legs.ts'
import { comment, float, quoted } from './literal.ts'
import { loopText } from './loop.ts'
import { optimizerText, schedulerText } from './making.ts'
import { type Making, makingsOf, type Place } from './optimizers.ts'
import { isInLoop } from './rules.ts'
import { schedulerOf } from './schedules.ts'

export function runText(prepared: Prepared, run: Run, place: Place): string {
  const { variables } = prepared.loss
  const chains = chainsOf(run, place)
  const legs = chains.flat()
  // An evaluation a step is a step: nothing needs to be counted.
  const counts = prepared.budget === 'evaluations' && legs.some((leg) => leg.run.optimizer.method)
  const point = variables.join(', ')
  const params = { all: `[${point}]`, first: variables[0] ?? '' }
  const blocks = chains.flatMap((chain) => {
    const makings = makingsOf(chain, place)
    const isBranched = chain.length > 1
    const schedulers = chain.map((leg) => schedulerOf(leg, place, isBranched))
    return chain.map((leg, i) => {
      const [before, making] = [chain[i - 1], makings[i] as Making]
      const scheduler = schedulers[i]
      return [
        ...(legs.length > 1 ? [heading(leg, prepared)] : []),
        optimizerText(making, params, !before),
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
