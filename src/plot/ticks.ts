// The numbers along an axis: short enough for their room, and different where the ticks are.
import { plain } from '../core/number.ts'

export interface TickTexts {
  readonly texts: readonly string[]
  /** What was done to the numbers, where only their late digits differ: " − 2.5264, in 10⁻⁵". */
  readonly taken?: string
}

const figures = 6

const areShort = (texts: readonly string[], most: number) =>
  texts.every((text) => text.length <= most) && new Set(texts).size === texts.length

/** Writes ticks in at most so many characters if that is possible. */
export function tickTexts(ticks: readonly number[], most: number): TickTexts {
  const texts = ticks.map((tick) => plain(tick, figures))
  const [first = 0, second = first] = ticks
  if (areShort(texts, most) || ticks.length < 2) return { texts }
  const step = second - first
  const largest = Math.max(...ticks.map(Math.abs))
  const needed = Math.ceil(Math.log10(largest / step)) + 1
  // Long without need of many figures: there is nothing to take off.
  if (!(needed > 3 && needed < 17)) return inUnits(ticks, most) ?? { texts }
  // Differences of late digits are a little off.
  const power = Math.floor(Math.log10(step) + 1e-6)
  const unit = Math.abs(power) < 3 ? 1 : 10 ** power
  const base = plain(first, needed)
  return {
    texts: ticks.map((_, i) => plain(Number(((i * step) / unit).toPrecision(3)))),
    taken: ` − ${first < 0 ? `(${base})` : base}${unit === 1 ? '' : `, in ${plain(unit)}`}`,
  }
}

/** As multiples of a power of ten, where that is shorter. */
function inUnits(ticks: readonly number[], most: number): TickTexts | undefined {
  const unit = 10 ** Math.floor(Math.log10(Math.max(...ticks.map(Math.abs))))
  const texts = ticks.map((tick) => plain(Number((tick / unit).toPrecision(figures))))
  return areShort(texts, most) ? { texts, taken: `, in ${plain(unit)}` } : undefined
}
