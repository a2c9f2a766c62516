// Which class the network answers where: coloured by the class, the stronger the surer it is.
import { largestIn, type Reading, scoresOf, shareIn } from '../../../core/networks/answers.ts'
import type { Probe } from '../../../core/networks/probe.ts'
import type { Rgb } from '../../../plot/plane/ramp.ts'
import type { Raster } from './raster.ts'

/** Scores of classes at the points of a grid, row by row from the bottom. */
export interface ScoreGrid {
  readonly columns: number
  readonly rows: number
  readonly classes: number
  readonly scores: ArrayLike<number>
}

export const scoreGrid = (
  { columns, rows }: Probe,
  answers: Float32Array,
  reading: Reading,
): ScoreGrid => ({ columns, rows, classes: reading.classes, scores: scoresOf(answers, reading) })

/** So many pixels from one point of the grid to the next. */
const finer = 3
/** How strong a colour is where all classes are as likely, and where one is certain. */
const faintest = 0.1
const strongest = 0.46

/** The size of the raster of a grid. */
export const fineSize = ({ columns, rows }: Probe): readonly [number, number] => [
  (columns - 1) * finer + 1,
  (rows - 1) * finer + 1,
]

/** Paints the classes. Between points of the grid scores are interpolated: so edges are smooth. */
export function paintRegions(
  { columns, rows, pixels }: Raster,
  grid: ScoreGrid,
  reading: Reading,
  colours: readonly Rgb[],
): void {
  const { classes } = grid
  const line = new Float32Array(grid.columns * classes)
  const scores = new Float32Array(classes)
  const bytes = Uint8Array.from(colours.flat(), (part) => Math.round(255 * part))
  for (let r = 0; r < rows; r++) {
    lineAt(grid, r / finer, line)
    let pixel = (rows - 1 - r) * columns * 4
    for (let c = 0; c < columns; c++, pixel += 4) {
      const from = Math.min(grid.columns - 2, Math.floor(c / finer))
      const right = c / finer - from
      for (let k = 0; k < classes; k++) {
        const here = line[from * classes + k] as number
        scores[k] = here + right * ((line[(from + 1) * classes + k] as number) - here)
      }
      const meant = largestIn(scores, 0, classes)
      pixels[pixel] = bytes[3 * meant] as number
      pixels[pixel + 1] = bytes[3 * meant + 1] as number
      pixels[pixel + 2] = bytes[3 * meant + 2] as number
      pixels[pixel + 3] = 255 * strengthOf(shareIn(scores, 0, meant, reading), classes)
    }
  }
}

/** The scores along a line of the grid, at a row that need not be whole. */
function lineAt({ columns, rows, classes, scores }: ScoreGrid, row: number, line: Float32Array) {
  const width = columns * classes
  const below = Math.min(Math.floor(row), rows - 1)
  const above = Math.min(below + 1, rows - 1)
  const up = row - below
  for (let i = 0; i < width; i++) {
    const here = scores[below * width + i] as number
    line[i] = here + up * ((scores[above * width + i] as number) - here)
  }
}

/** How strong the colour of a class is by its share. Where there is no answer it is not there. */
export function strengthOf(share: number, classes: number): number {
  if (Number.isNaN(share)) return 0
  const even = 1 / Math.max(2, classes)
  return faintest + (strongest - faintest) * Math.max(0, (share - even) / (1 - even))
}
