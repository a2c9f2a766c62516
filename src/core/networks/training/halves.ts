// A large batch as two halves, which two may compute at once. The slope is put together from both whoever computed them, so
// that nothing comes out otherwise because of a partner.
import { parse } from '../../language/parse.ts'
import { blockProgram } from '../blockProgram.ts'
import { costOfSlope } from '../cost.ts'
import type { Floats } from '../floats.ts'
import type { Kernels } from '../kernel.ts'
import { type Architecture, type Network, sizeOf } from '../network.ts'
import { isPrecise } from '../precision.ts'
import type { Batch } from './batches.ts'
import { cutting, firstOf, type Halves, isHalved } from './cutting.ts'
import type { Judging, Measured } from './measuring.ts'
import type { Pace } from './pace.ts'
import type { Partner, Partners } from './partner.ts'

/** Computes the loss of a batch; its gradient is then the network's. */
export type Slope = (batch: Batch) => Measured

interface Halving extends Judging {
  readonly architecture: Architecture
  readonly dropout: number
  readonly pace: Pace
  readonly dataset: { readonly training: { readonly count: number; readonly targets: Floats } }
  readonly partners?: Partners | undefined
}

/** Multiplications of a training that is over before a partner has arrived. */
const soonOver = 1e10

/**
 * The slope of large batches from their halves, of others as a whole.
 * @param whole of all rows of a batch
 */
export function inHalves(
  whole: Slope,
  { network, task, kernels }: { network: Network; task: Halving; kernels: Kernels },
): Slope {
  const { architecture, dropout, pace } = task
  const isEver = !isPrecise(sizeOf(architecture)) && isHalved(architecture, pace.most)
  if (dropout > 0 || !isEver) return whole
  const { gradient } = network
  const joined = joining(whole, { network, kernels, partner: partnerFor(task, kernels) })
  const cut = cutting(widthsOf(task))
  const before = kernels.room(gradient.length)
  return (batch) => {
    if (!isHalved(architecture, batch.rows)) return whole(batch)
    const found = joined(cut(batch), () => before.set(gradient))
    if (Number.isFinite(found.loss)) return found
    // Whoever says why it ended looks at what the layers answer to all rows, and at the gradient before.
    gradient.set(before)
    return whole(batch)
  }
}

interface Joining {
  readonly network: Network
  readonly kernels: Kernels
  readonly partner: Partner | undefined
}

/** Computes both halves, the second one by a partner if that can be; `begun` is called before anything is overwritten. */
function joining(whole: Slope, { network, kernels, partner }: Joining) {
  const { parameters, gradient } = network
  const { other, mix } = mixing(gradient, kernels)
  const found = { loss: Number.NaN, accuracy: Number.NaN }
  return ([a, b]: Halves, begun: () => void): Measured => {
    const isShared = partner?.begin(parameters, b) ?? false
    begun()
    const rows = a.rows + b.rows
    const [p, q] = [a.rows / rows, b.rows / rows]
    const first = whole(a)
    found.loss = p * first.loss
    found.accuracy = p * first.accuracy
    const answer = isShared ? partner?.finish() : undefined
    other.set(answer?.gradient ?? gradient)
    const second = answer ?? whole(b)
    found.loss += q * second.loss
    found.accuracy += q * second.accuracy
    // A sum is the same in either order.
    if (answer) mix(p, q)
    else mix(q, p)
    return found
  }
}

/** The slope of a mean is the mean of the slopes: of what is there and of another one, which takes what it weighs. */
function mixing(gradient: Floats, { room, program = blockProgram }: Kernels) {
  const other = room(gradient.length)
  const arrays = new Map([
    ['own', gradient],
    ['other', other],
  ])
  const mixed = program([{ value: parse('p*own + q*other'), to: gradient }], arrays, room)
  return {
    other,
    mix(p: number, q: number) {
      mixed.set('p', p)
      mixed.set('q', q)
      mixed.settle()
      mixed.run(gradient.length)
    },
  }
}

/** A partner where the work is long enough, and done by the same kernels as theirs. */
const partnerFor = (task: Halving, { memory }: Kernels): Partner | undefined => {
  const { architecture, pace, loss, classes } = task
  const { targets } = widthsOf(task)
  if (!memory || pace.steps * costOfSlope(architecture, pace.most) < soonOver) return undefined
  return task.partners?.({
    ...{ architecture, loss, rows: firstOf(pace.most), targets },
    ...(classes !== undefined && { classes }),
  })
}

/** Numbers of a row. */
const widthsOf = ({ architecture, dataset }: Halving) => {
  const { count, targets } = dataset.training
  return { inputs: architecture.inputs, targets: targets.length / count }
}
