// Which class the network answers where: coloured by the class, the stronger the surer it is.
import { largestIn, type Reading, scoresOf, shareIn } from '../../../core/networks/answers.ts'
import type { Probe } from '../../../core/networks/probe.ts'
import type { Rgb } from '../../../plot/plane/ramp.ts'
import type { Raster } from './raster.ts'
import { type ScoreGrid, strengthIn, strengthOf, strengthsFor, surenessOf } from './sureness.ts'

/** The scores of classes at the points of a probe. */
export function scoreGrid(
  { columns, rows }: Probe,
  answers: Float32Array,
  reading: Reading,
): ScoreGrid {
  const { classes } = reading
  const scores = scoresOf(answers, reading)
  const meant = new Uint8Array(columns * rows)
  for (let i = 0; i < meant.length; i++) meant[i] = largestIn(scores, i * classes, classes)
  return { columns, rows, reading, scores, meant }
}

/** So many pixels from one point of the grid to the next. */
const finer = 2

/** The size of the raster of a grid. */
export const fineSize = ({ columns, rows }: Probe): readonly [number, number] => [
  (columns - 1) * finer + 1,
  (rows - 1) * finer + 1,
]

/** Paints the classes. Between points of the grid scores are interpolated: so edges are smooth. */
export function paintRegions(
  { rows, columns, pixels }: Raster,
  grid: ScoreGrid,
  colours: readonly Rgb[],
): void {
  const bytes = Uint8Array.from(colours.flat(), (part) => Math.round(255 * part))
  const look = lookInto(grid)
  const before = Uint8Array.from({ length: columns }, (_, c) =>
    Math.min(Math.floor(c / finer), grid.columns - 2),
  )
  for (let r = 0; r < rows; r++) {
    const row = Math.max(0, Math.min(Math.floor(r / finer), grid.rows - 2))
    look.alongRow(row, r / finer - row)
    let pixel = (rows - 1 - r) * columns * 4
    for (let c = 0; c < columns; c++, pixel += 4) {
      const column = before[c] as number
      look.at(column, c / finer - column)
      const colour = 3 * look.meant
      pixels[pixel] = bytes[colour] as number
      pixels[pixel + 1] = bytes[colour + 1] as number
      pixels[pixel + 2] = bytes[colour + 2] as number
      pixels[pixel + 3] = look.strength
    }
  }
}

/** Looks between the points of a grid: which class is meant, and how strongly it is painted. */
function lookInto(grid: ScoreGrid) {
  const { columns, rows, meant, reading, scores } = grid
  const { classes } = reading
  const sureness = surenessOf(grid)
  const strengths = strengthsFor(reading)
  /** The scores and the sureness along a line between two rows. */
  const line = new Float32Array(columns * classes)
  const sure = new Float32Array(columns)
  const here = new Float32Array(classes)
  let [below, above] = [0, 0]
  const look = {
    meant: 0,
    strength: 0,
    alongRow(row: number, up: number) {
      below = row * columns
      above = rows > 1 ? below + columns : below
      mix(line, scores, { from: below * classes, to: above * classes, share: up })
      mix(sure, sureness, { from: below, to: above, share: up })
    },
    at(column: number, right: number) {
      const [i, j] = [below + column, above + column]
      const of = meant[i] as number
      // Where all corners mean a class, all between mean it too: scores are linear.
      if (of === meant[i + 1] && of === meant[j] && of === meant[j + 1]) {
        const left = sure[column] as number
        look.meant = of
        look.strength = strengthIn(strengths, left + right * ((sure[column + 1] as number) - left))
        return
      }
      for (let k = 0, at = column * classes; k < classes; k++, at++) {
        const left = line[at] as number
        here[k] = left + right * ((line[at + classes] as number) - left)
      }
      look.meant = largestIn(here, 0, classes)
      look.strength = 255 * strengthOf(shareIn(here, 0, look.meant, reading), classes)
    },
  }
  return look
}

interface Between {
  readonly from: number
  readonly to: number
  readonly share: number
}

/** Numbers between two stretches of others. */
function mix(into: Float32Array, values: ArrayLike<number>, { from, to, share }: Between): void {
  for (let i = 0; i < into.length; i++) {
    const first = values[from + i] as number
    into[i] = first + share * ((values[to + i] as number) - first)
  }
}
