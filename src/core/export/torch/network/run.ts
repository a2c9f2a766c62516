// One run of a training in Python: the loop over epochs and batches, as PyTorch's own examples write it.
import type { PreparedNetwork } from '../../../experiment/networkPrepare.ts'
import { cell } from '../../csv.ts'
import type { Chain, Leg } from '../legs.ts'
import { comment, indented, quoted } from '../literal.ts'
import { optimizerText, type Params, schedulerText } from '../making.ts'
import { type Making, makingsOf, type Place } from '../optimizers.ts'
import { isInLoop, reads } from '../rules.ts'
import { type Scheduler, schedulerOf } from '../schedules.ts'
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

const params: Params = { all: 'model.parameters()', first: 'next(model.parameters())' }

export function trainingText(chain: Chain, circumstances: Circumstances): string {
  const { prepared, sizes, look } = circumstances
  const [{ run }] = chain
  const { first, steps } = madeIn(chain, circumstances)
  const counts = chain.length > 1 || sizes.length > 1 || prepared.dropout > 0
  const looked = ['rows.append(measured(model))', ...(look ? [look(quoted(run.label))] : [])]
  const body = [
    ...looked,
    'if not math.isfinite(rows[-1][0]):',
    '    break',
    ...batchText(counts ? [...steps, 'step += 1'] : steps, circumstances),
  ]
  return `${comment(run.label)}
model = MLP()
begin(model)
${first}
${counts ? 'step = 0\n' : ''}rows = []
${closureText(chain, circumstances)}for epoch in range(${prepared.epochs}):
${indented(body.join('\n'))}
${looked.join('\n')}
write(${quoted(cell(run.label))}, rows)`
}

/** What makes the optimizer, and what each step is: first what changes in it. */
function madeIn(chain: Chain, circumstances: Circumstances) {
  const { place, prepared } = circumstances
  const makings = makingsOf(chain, place)
  const schedulers = chain.map((leg) => schedulerOf(leg, place, chain.length > 1))
  const [first = '', ...others] = chain.map((leg, i) =>
    makingText(leg, makings[i] as Making, [schedulers[i], schedulers[i - 1]]),
  )
  const changes = others.flatMap((text, i) => [
    `if step == ${chain[i + 1]?.from}:  # changed while it trained`,
    indented(text),
  ])
  const dropped = prepared.dropout > 0 ? ['Dropout.step = step'] : []
  const steps = [...changes, ...dropped, ...stepText(chain, schedulers[0], circumstances)]
  return { first, steps }
}

function makingText(
  leg: Leg,
  making: Making,
  [scheduler, before]: readonly (Scheduler | undefined)[],
): string {
  return [
    optimizerText(making, params, leg.from === leg.began),
    ...(scheduler ? [schedulerText(scheduler, leg, before)] : []),
  ].join('\n')
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
function stepText(
  chain: Chain,
  scheduler: Scheduler | undefined,
  circumstances: Circumstances,
): readonly string[] {
  const [{ run }] = chain
  const before = scheduler?.step === 'before' ? ['scheduler.before(loss)'] : []
  const after =
    scheduler?.step === 'after'
      ? ['scheduler.step()']
      : scheduler?.step === 'after, told the loss'
        ? ['scheduler.step(loss)']
        : []
  if (run.optimizer.method) {
    const told = scheduler && scheduler.step !== 'after' ? [answered(circumstances)] : []
    return [...told, ...before, ...methodStep(chain), ...after]
  }
  const forgets = run.bugs.some((bug) => isInLoop(bug) && bug.inClosure === 'accumulated')
  const asks = chain.some(({ rule }) => reads(rule, 'f'))
  return [
    forgets ? '# the mistake: no zero_grad()' : 'optimizer.zero_grad()',
    answered(circumstances),
    'loss.backward()',
    ...before,
    asks ? 'optimizer.step(lambda: loss)' : 'optimizer.step()',
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
