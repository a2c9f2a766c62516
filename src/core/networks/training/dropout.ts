// Dropout: each batch does without some of the hidden units, drawn anew, and the rest answer so much louder.
// Source: Srivastava et al. 2014; scaled in training, as nn.Dropout does it.
import { philox } from '../../random.ts'
import { draws } from '../draws.ts'
import type { Floats, Room } from '../floats.ts'
import type { Network } from '../network.ts'
import type { Mask } from '../passesThrough.ts'

export interface Dropout extends Mask {
  /** Draws the units that the next batch does without. */
  draw(step: number, rows: number): void
}

interface Chance {
  readonly dropout: number
  readonly seed: number
}

const word = 2 ** 32

/** Nothing where nothing is dropped. */
export function dropoutOf(
  { layers }: Network,
  { dropout, seed }: Chance,
  room: Room,
): Dropout | undefined {
  if (dropout === 0) return undefined
  const hidden = layers.slice(0, -1)
  const factors = hidden.map(({ y }) => room(y.length))
  const passed = hidden.map(({ y }) => room(y.length))
  const kept = 1 / (1 - dropout)
  const key = [seed >>> 0, Math.floor(seed / word)] as const
  return {
    draw(step, rows) {
      for (let l = 0; l < hidden.length; l++) {
        const factor = factors[l] as Floats
        const count = rows * (hidden[l]?.units ?? 0)
        for (let i = 0; i < count; i += 4) {
          const words = philox(key, [draws.dropout, l, step, i / 4])
          for (let j = 0; j < 4; j++)
            factor[i + j] = (words[j] as number) < dropout * word ? 0 : kept
        }
      }
    },
    apply(l, y, rows) {
      const [factor, to] = [factors[l] as Floats, passed[l] as Floats]
      const count = rows * (hidden[l]?.units ?? 0)
      for (let i = 0; i < count; i++) to[i] = (y[i] as number) * (factor[i] as number)
      return to
    },
    derive(l, delta, rows) {
      const factor = factors[l] as Floats
      const count = rows * (hidden[l]?.units ?? 0)
      for (let i = 0; i < count; i++) delta[i] = (delta[i] as number) * (factor[i] as number)
    },
  }
}
