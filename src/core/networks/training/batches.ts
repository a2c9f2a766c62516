// Which points a batch has: as PyTorch's DataLoader deals them, in order or shuffled anew in each epoch.
import { uniform } from '../../random.ts'
import type { Rows } from '../data/dataset.ts'
import { draws } from '../draws.ts'
import { emittedMixing, type Mixing } from '../emitted/mixing.ts'
import type { Floats, Room } from '../floats.ts'

/** Some points, row by row. */
export interface Batch {
  readonly x: Floats
  readonly targets: Floats
  rows: number
}

interface Dealing {
  /** Points of a batch at most. */
  readonly most: number
  readonly shuffle: boolean
  readonly seed: number
}

/** Where the dealing stands. */
export interface Dealt {
  readonly epoch: number
  /** The points of this epoch that were in a batch. */
  readonly done: number
}

export interface Dealer {
  /** Up to so many points that come next; they are filled in anew by each call. */
  deal(size: number): Batch
  /** They were trained on: others come next. */
  goOn(): void
  /** The places of those that were dealt last. */
  places(): Uint32Array
  at(): Dealt
  putAt(dealt: Dealt): void
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

/** Deals the batches one after the other. */
export function dealer(rows: Rows, { most, shuffle, seed }: Dealing, room: Room): Dealer {
  const { count, inputs, targets } = rows
  const [width, answered] = [inputs.length / count, targets.length / count]
  // Of all points the mean is the same in any order.
  const whole = most === count ? piecesOf(rows, count, room)[0] : undefined
  const { order, mix } = mixingOf(rows, seed)
  for (let i = 0; i < count; i++) order[i] = i
  const dealt: Batch = { x: room(most * width), targets: room(most * answered), rows: 0 }
  let [epoch, done, mixed, now] = [0, 0, -1, dealt]
  return {
    deal(size) {
      if (size === count && whole && done === 0) {
        now = whole
        return whole
      }
      if (shuffle && mixed !== epoch) mix(epoch)
      mixed = epoch
      now = dealt
      dealt.rows = Math.min(size, count - done)
      gather(rows, order, done, dealt)
      return dealt
    },
    goOn() {
      done += now.rows
      if (done < count) return
      done = 0
      epoch++
    },
    places: () =>
      now === dealt
        ? order.slice(done, done + dealt.rows)
        : Uint32Array.from({ length: count }, (_, i) => i),
    at: () => ({ epoch, done }),
    putAt(there) {
      epoch = there.epoch
      done = there.done
    },
  }
}

/** Rows in an order, from a place in it on, one behind the other. */
function gather(
  { count, inputs, targets }: Rows,
  order: Uint32Array,
  from: number,
  { x, targets: answers, rows }: Batch,
): void {
  const [width, answered] = [inputs.length / count, targets.length / count]
  let [next, answer] = [0, 0]
  for (let r = from; r < from + rows; r++) {
    const place = order[r] as number
    for (let i = place * width; i < (place + 1) * width; i++) x[next++] = inputs[i] as number
    for (let i = place * answered; i < (place + 1) * answered; i++)
      answers[answer++] = targets[i] as number
  }
}

const mixingOf = ({ count }: Rows, seed: number): Mixing =>
  emittedMixing(count, { seed, purpose: draws.batches }) ?? plainMixing(count, seed)

/** Source: Fisher & Yates, as Durstenfeld 1964 does it in place. */
export function plainMixing(count: number, seed: number): Mixing {
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  return {
    order,
    mix(epoch) {
      for (let i = 0; i < count; i++) order[i] = i
      for (let i = count - 1; i > 0; i--) {
        const j = Math.floor(uniform(seed, draws.batches, epoch, i) * (i + 1))
        const kept = order[i] as number
        order[i] = order[j] as number
        order[j] = kept
      }
    },
  }
}
