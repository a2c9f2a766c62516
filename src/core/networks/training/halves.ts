// A large batch as two halves, which two may compute at once. The slope is put together from both whoever computed them, so
// that nothing comes out otherwise because of a partner.
import { costOfSlope } from '../cost.ts'
import type { Floats } from '../floats.ts'
import type { Kernels } from '../kernel.ts'
import { type Architecture, type Network, sizeOf } from '../network.ts'
import { isPrecise } from '../precision.ts'
import type { Batch } from './batches.ts'
import type { Judging, Measured } from './measuring.ts'
import type { Pace } from './pace.ts'

/** What someone must know who computes halves of batches for another. */
export interface HalfWork extends Judging {
  readonly architecture: Architecture
  /** Of a half at most. */
  readonly rows: number
  /** Numbers of a target. */
  readonly targets: number
}

/** What came of a half. */
export interface HalfFound extends Measured {
  /** The slope of its own loss, until it begins with another one; what it was before where the loss is not finite. */
  readonly gradient: Floats
}

/** Someone who computes halves at the same time. */
export interface Partner {
  /** Begins with a half. @returns whether it does: not before it has arrived, nor after it was given up */
  begin(parameters: Floats, half: Batch): boolean
  /** Waits for what came of it; nothing, soon enough, where it does not answer. */
  finish(): HalfFound | undefined
}

/** Finds a partner for some work. */
export type Partners = (work: HalfWork) => Partner | undefined

/** Computes the loss of a batch; its gradient is then the network's. */
export type Slope = (batch: Batch) => Measured

interface Halving extends Judging {
  readonly architecture: Architecture
  readonly dropout: number
  readonly pace: Pace
  readonly dataset: { readonly training: { readonly count: number; readonly targets: Floats } }
  readonly partners?: Partners | undefined
}

/** The fewest rows of a batch, and multiplications for its slope, that are worth a partner: some milliseconds. */
const fewestRows = 128
const leastWork = 2e7
/** Multiplications of a training that is over before a partner has arrived. */
const soonOver = 1e10

/** Halves begin where tiles of products do. */
const tile = 4

const isHalved = (architecture: Architecture, rows: number) =>
  rows >= fewestRows && costOfSlope(architecture, rows) >= leastWork

/** Rows of the first half, which has the most. */
const firstOf = (rows: number) => tile * Math.ceil(rows / (2 * tile))

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
  const { parameters, gradient } = network
  const { count, targets } = task.dataset.training
  const cut = cutting({ inputs: architecture.inputs, targets: targets.length / count })
  const partner = partnerFor(task, kernels)
  const [before, first] = [kernels.room(gradient.length), kernels.room(gradient.length)]
  const found = { loss: Number.NaN, accuracy: Number.NaN }
  return (batch) => {
    const { rows } = batch
    if (!isHalved(architecture, rows)) return whole(batch)
    const [a, b] = cut(batch)
    before.set(gradient)
    const isShared = partner?.begin(parameters, b) ?? false
    const one = whole(a)
    found.loss = (a.rows * one.loss) / rows
    found.accuracy = (a.rows * one.accuracy) / rows
    const answer = isShared ? partner?.finish() : undefined
    if (!answer) first.set(gradient)
    const other = answer ?? whole(b)
    found.loss += (b.rows * other.loss) / rows
    found.accuracy += (b.rows * other.accuracy) / rows
    if (Number.isFinite(found.loss)) {
      const slopes = answer ? ([gradient, answer.gradient] as const) : ([first, gradient] as const)
      mix(gradient, slopes, [a.rows / rows, b.rows / rows])
      return found
    }
    // Whoever says why it ended looks at what the layers answer to all rows, and at the gradient before.
    gradient.set(before)
    return whole(batch)
  }
}

/** A partner where the work is long enough, and done by the same kernels as theirs. */
const partnerFor = (task: Halving, { memory }: Kernels): Partner | undefined => {
  const { architecture, pace, loss, classes } = task
  const { count, targets } = task.dataset.training
  if (!memory || pace.steps * costOfSlope(architecture, pace.most) < soonOver) return undefined
  return task.partners?.({
    ...{ architecture, loss, rows: firstOf(pace.most), targets: targets.length / count },
    ...(classes !== undefined && { classes }),
  })
}

/** Cuts batches, which are mostly the same one filled anew. */
function cutting(width: { readonly inputs: number; readonly targets: number }) {
  let [last, rows]: [Batch | undefined, number] = [undefined, 0]
  let halves: Pair<Batch> | undefined
  return (batch: Batch): Pair<Batch> => {
    if (halves && batch === last && batch.rows === rows) return halves
    last = batch
    rows = batch.rows
    const { x, targets } = batch
    const half = firstOf(rows)
    halves = [
      { x, targets, rows: half },
      {
        x: x.subarray(half * width.inputs, rows * width.inputs),
        targets: targets.subarray(half * width.targets, rows * width.targets),
        rows: rows - half,
      },
    ]
    return halves
  }
}

type Pair<T> = readonly [T, T]

/** The slope of a mean is the mean of the slopes. */
function mix(to: Floats, [a, b]: Pair<Floats>, [p, q]: Pair<number>): void {
  for (let i = 0; i < to.length; i++) to[i] = p * (a[i] as number) + q * (b[i] as number)
}
