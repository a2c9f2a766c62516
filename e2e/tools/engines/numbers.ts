// What plain Node makes of a link, and how far a table from a page is from that.
import { graphParts } from '../../../src/core/experiment/graphExperiment.ts'
import { networkParts } from '../../../src/core/experiment/networkParts.ts'
import { partsOf } from '../../../src/core/experiment/parts.ts'
import { csv } from '../../../src/core/export/csv.ts'
import { graphCsv } from '../../../src/core/export/graphCsv.ts'
import { mapCsv } from '../../../src/core/export/mapCsv.ts'
import { networkCsv } from '../../../src/core/export/networkCsv.ts'
import { differentiate } from '../../../src/core/graphs/differentiate.ts'
import { mapParts } from '../../../src/core/maps/mapParts.ts'
import { sweep } from '../../../src/core/maps/sweep.ts'
import { runExperiment } from '../../../src/core/runs/runExperiment.ts'
import { trainNetwork } from '../../../src/core/runs/trainNetwork.ts'
import { decodeLink } from '../../../src/state/links/decodeLink.ts'

type Whole<T> = T extends (experiment: infer E) => unknown ? E : never

/** The table of a link's descents. @param variables their names */
export const descended = (link: string, variables: readonly string[]): string =>
  csv(
    runExperiment(decodeLink(partsOf([]), link).experiment as Whole<typeof runExperiment>),
    variables,
  )

/** The table of a link's graph. */
export function differentiated(link: string): string {
  const { f = '', start = {} } = decodeLink(graphParts, link).experiment
  return graphCsv(differentiate(f, start))
}

/** The table of a link's trainings. */
export const trained = (link: string): string =>
  networkCsv(trainNetwork(decodeLink(networkParts, link).experiment as Whole<typeof trainNetwork>))

/** The table of a link's map. */
export function swept(link: string): string {
  const experiment = decodeLink(mapParts, link).experiment as Whole<typeof sweep>
  return mapCsv(experiment, sweep(experiment))
}

const cellsOf = (table: string) => table.trim().split(/[\n,]/)

/**
 * The largest distance of two tables of the same shape, relative to numbers above 1 and absolute below.
 * @throws where words differ, or the shape does
 */
export function apart(a: string, b: string): number {
  const [left, right] = [cellsOf(a), cellsOf(b)]
  if (left.length !== right.length) throw new Error(`${left.length} cells, not ${right.length}`)
  return Math.max(...left.map((cell, i) => distance(cell, String(right[i]))))
}

function distance(a: string, b: string): number {
  if (a === b) return 0
  const [x, y] = [Number(a), Number(b)]
  if (Number.isFinite(x - y)) return Math.abs(x - y) / Math.max(1, Math.abs(y))
  throw new Error(`${a} instead of ${b}`)
}
