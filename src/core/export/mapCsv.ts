// A map as a table.
import { valueAt } from '../maps/axis.ts'
import type { MapExperiment } from '../maps/mapExperiment.ts'
import { prepareMap } from '../maps/prepareMap.ts'
import type { Sweep } from '../maps/sweep.ts'
import { exact } from '../number.ts'
import { cell } from './csv.ts'

const header = 'x,y,value,outcome'

/**
 * The table of a map as CSV (RFC 4180 with LF): one row per pixel, row by row from the bottom, at the pixels' centres; a
 * value that there is not is empty.
 * @param swept the sweep of this experiment
 * @throws ExperimentError if there is no such map
 */
export function mapCsv(experiment: MapExperiment, swept: Sweep, run = 0): string {
  const { x, y } = prepareMap(experiment, run)
  const { width, height, values, outcomes, legend } = swept
  const lines = [header]
  const across = Array.from({ length: width }, (_, i) => exact(valueAt(x, width, i)))
  const words = legend.map(cell)
  for (let row = 0; row < height; row++) {
    const up = exact(valueAt(y, height, row))
    for (let column = 0; column < width; column++) {
      const k = row * width + column
      const value = values[k] as number
      const shown = Number.isNaN(value) ? '' : exact(value)
      lines.push([across[column], up, shown, words[outcomes[k] as number]].join())
    }
  }
  return `${lines.join('\n')}\n`
}
