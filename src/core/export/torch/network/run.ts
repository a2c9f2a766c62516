// One run of a training in Python: the loop over epochs and batches, as PyTorch's own examples write it.
import type { PreparedNetwork } from '../../../experiment/networkPrepare.ts'
import { cell } from '../../csv.ts'
import type { Chain } from '../legs.ts'
import { comment, indented, quoted } from '../literal.ts'
import type { Place } from '../optimizers.ts'
import { isInLoop, reads } from '../rules.ts'
import type { Legs } from './legs.ts'
import { changesText, firstText, type Stepping, schedulesText, steppingsOf } from './stepping.ts'
import type { Sizes } from './training.ts'

export interface Circumstances {
  readonly prepared: PreparedNetwork
  readonly place: Place
  readonly sizes: Sizes
  /** Each batch is all points. */
  readonly isFull: boolean
  /** A line for the loop of a run, before each epoch and after the last one. */
  readonly look?: (run: string) => string
}

export function trainingText(legs: Legs, circumstances: Circumstances): string {
  const { prepared, sizes, look, place } = circumstances
  const [{ run }] = legs.main
  const steppings = steppingsOf(legs, place)
  const counts = legs.main.length > 1 || sizes.length > 1 || prepared.dropout > 0
  const looked = ['rows.append(measured(model))', ...(look ? [look(quoted(run.label))] : [])]
  const steps = [
    ...changesText(steppings),
    ...(prepared.dropout > 0 ? ['Dropout.step = step'] : []),
    ...stepText(steppings, circumstances),
    ...(counts ? ['step += 1'] : []),
  ]
  const body = [
    ...looked,
    'if not math.isfinite(rows[-1][0]):',
    '    break',
    ...batchText(steps, circumstances),
  ]
  return `${comment(run.label)}
model = MLP()
begin(model)
${firstText(steppings)}
${counts ? 'step = 0\n' : ''}rows = []
${closureText(legs.main, circumstances)}for epoch in range(${prepared.epochs}):
${indented(body.join('\n'))}
${looked.join('\n')}
write(${quoted(cell(run.label))}, rows)`
}

function batchText(lines: readonly string[], { isFull, sizes }: Circumstances): readonly string[] {
  if (isFull) return lines
  const dealt = sizes.length > 1 ? 'batches(epoch, step)' : 'batches(epoch)'
  return [`for x, y in ${dealt}:`, indented(lines.join('\n'))]
}

const answered = ({ isFull }: Circumstances) =>
  isFull ? 'loss = criterion(model(x_train), y_train)' : 'loss = criterion(model(x), y)'

/** What stands before the loop, since a step asks for the loss again and again. */
const closureText = ([{ run }]: Chain, circumstances: Circumstances): string =>
  run.optimizer.method
    ? `

def closure():
    optimizer.zero_grad()
    ${answered(circumstances)}
    loss.backward()
    return loss

`
    : ''

/** What is done with a batch. */
function stepText(steppings: readonly Stepping[], circumstances: Circumstances): readonly string[] {
  const [{ chain, scheduler }] = steppings as readonly [Stepping]
  const [{ run }] = chain
  const { before, after } = schedulesText(steppings)
  if (run.optimizer.method) {
    const told = scheduler && scheduler.step !== 'after' ? [answered(circumstances)] : []
    return [...told, ...before, ...methodStep(chain), ...after]
  }
  const forgets = run.bugs.some((bug) => isInLoop(bug) && bug.inClosure === 'accumulated')
  const asks = (of: Chain) => of.some(({ rule }) => reads(rule, 'f'))
  return [
    ...(forgets
      ? ['# the mistake: no zero_grad()']
      : steppings.map(({ named }) => named('optimizer.zero_grad()'))),
    answered(circumstances),
    'loss.backward()',
    ...before,
    ...steppings.map((one) =>
      one.named(asks(one.chain) ? 'optimizer.step(lambda: loss)' : 'optimizer.step()'),
    ),
    ...after,
  ]
}

/** PyTorch's line search begins with the learning rate, which may be 0. */
const methodStep = (chain: Chain): readonly string[] =>
  chain.some(
    ({ run: { settings, schedule } }) =>
      settings.strong_wolfe === true && (schedule !== undefined || settings.lr === 0),
  )
    ? [
        "if optimizer.param_groups[0]['lr'] != 0:",
        '    optimizer.step(closure)',
        'else:  # the line search would divide by 0',
        '    closure()',
      ]
    : ['optimizer.step(closure)']
