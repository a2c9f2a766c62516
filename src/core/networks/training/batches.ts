// Which points a batch has: as PyTorch's DataLoader deals them, in order or shuffled anew in each epoch.
import { uniform } from '../../random.ts'
import type { Rows } from '../data/dataset.ts'
import { draws } from '../draws.ts'
import type { Floats, Room } from '../floats.ts'

/** Some points, row by row. */
export interface Batch {
  readonly x: Floats
  readonly targets: Floats
  rows: number
}

interface Dealing {
  /** Points of a batch at most. */
  readonly batch: number
  readonly shuffle: boolean
  readonly seed: number
}

/** All points in pieces that have room in a network's buffers, in order. */
export function piecesOf(
  { count, inputs, targets }: Rows,
  most: number,
  room: Room,
): readonly Batch[] {
  const held = (values: Floats) => {
    const own = room(values.length)
    own.set(values)
    return own
  }
  const [x, answers] = [held(inputs), held(targets)]
  const [width, answered] = [inputs.length / count || 0, targets.length / count || 0]
  return Array.from({ length: Math.ceil(count / most) }, (_, k) => {
    const [from, to] = [k * most, Math.min(count, (k + 1) * most)]
    return {
      x: x.subarray(from * width, to * width),
      targets: answers.subarray(from * answered, to * answered),
      rows: to - from,
    }
  })
}

/**
 * Deals the batches of each epoch; the one that it answers is its own and is filled anew the next time.
 * @returns the k-th batch of an epoch; asked for in order
 */
export function dealer(
  rows: Rows,
  { batch, shuffle, seed }: Dealing,
  room: Room,
): (epoch: number, k: number) => Batch {
  const { count, inputs, targets } = rows
  const [width, answered] = [inputs.length / count, targets.length / count]
  const [whole] = piecesOf(rows, count, room)
  // Of all points the mean is the same in any order.
  if (batch === count && whole) return () => whole
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  const dealt: Batch = { x: room(batch * width), targets: room(batch * answered), rows: 0 }
  return (epoch, k) => {
    if (shuffle && k === 0) mix(order, seed, epoch)
    dealt.rows = Math.min(batch, count - k * batch)
    for (let r = 0; r < dealt.rows; r++) {
      const from = order[k * batch + r] as number
      for (let i = 0; i < width; i++) dealt.x[r * width + i] = inputs[from * width + i] as number
      for (let i = 0; i < answered; i++)
        dealt.targets[r * answered + i] = targets[from * answered + i] as number
    }
    return dealt
  }
}

/** Source: Fisher & Yates, as Durstenfeld 1964 does it in place. */
function mix(order: Uint32Array, seed: number, epoch: number): void {
  for (let i = 0; i < order.length; i++) order[i] = i
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(uniform(seed, draws.batches, epoch, i) * (i + 1))
    const kept = order[i] as number
    order[i] = order[j] as number
    order[j] = kept
  }
}
