// The numbers along an axis: short enough for their room, and different where the ticks are.
import { plain } from '../core/number.ts'

export interface TickTexts {
  readonly texts: readonly string[]
  /** What is taken off each number, where they differ only in late digits: "2.5264". */
  readonly base?: string
}

const figures = 6

/** Writes ticks in at most so many characters if that is possible. */
export function tickTexts(ticks: readonly number[], most: number): TickTexts {
  const texts = ticks.map((tick) => plain(tick, figures))
  const [first = 0, second = first] = ticks
  const isShort = texts.every((text) => text.length <= most) && new Set(texts).size === texts.length
  if (isShort || ticks.length < 2) return { texts }
  const step = second - first
  const largest = Math.max(...ticks.map(Math.abs))
  const needed = Math.ceil(Math.log10(largest / step)) + 1
  // Long without need of many figures: there is nothing to take off.
  if (!(needed > 3 && needed < 17)) return { texts }
  return {
    texts: ticks.map((tick) => {
      const text = plain(Number(((tick - first) / step).toFixed(6)) * step, 3)
      return tick === first ? '0' : `+${text}`
    }),
    base: plain(first, needed),
  }
}
