// What is read off the runs of a sketch when they have walked.

import { pointName } from '../descent/registers.ts'
import { compileFunction } from '../language/program.ts'
import { lastRun } from '../studies/turning.ts'
import type { Along } from './along.ts'
import type { Crew } from './crew.ts'
import { kinds } from './endings.ts'
import { guess, type Seen } from './guess.ts'
import type { PreparedMap } from './prepareMap.ts'
import type { SweptTile } from './sweep.ts'

const cannotStart = kinds.indexOf('cannot start')

export function leaving(map: PreparedMap, axes: readonly Along[]) {
  const { prepared, show, size } = map
  const d = prepared.loss.variables.length
  const own = { start: Float64Array.from(prepared.start), end: new Float64Array(d) }
  const seen: Seen = { ...own, slope: 0, minima: new Float64Array() }
  const startAt = startsAlong(axes, d)
  const minimaAt = minimaAlong(map, axes)
  const startsAt = lossAlong(map, axes)
  const { start, end } = seen
  return {
    /** The first ones cannot start. */
    refused(tile: SweptTile, count: number): void {
      tile.kinds.fill(cannotStart, 0, count)
    },
    /** Some pixels of a tile are what has walked, lane by lane. */
    walked(tile: SweptTile, from: number, count: number, { crowd, summary, places }: Crew): void {
      const { all } = crowd
      const { value } = summary
      const { point, grad, f, value: shown } = places
      for (let lane = 0; lane < count; lane++) {
        const i = from + lane
        const place = tile.pixels[i] as number
        const row = Math.floor(place / size)
        const column = place - row * size
        startAt(start, column, row)
        let squares = 0
        for (let j = 0; j < d; j++) {
          end[j] = all[(point[j] as number) + lane] as number
          const slope = all[(grad[j] as number) + lane] as number
          squares += slope * slope
        }
        const loss = all[f + lane] as number
        seen.slope = Number.isFinite(loss) ? Math.sqrt(squares) : loss
        seen.minima = minimaAt(column, row)
        const diverges = guess(tile, i, seen)
        if (diverges && !Number.isFinite(startsAt(start, column, row))) tile.kinds[i] = cannotStart
        if (show === 'loss') tile.values[i] = loss
        if (value) tile.values[i] = value.read(all[shown + lane] as number)
      }
    },
  }
}

/** Where a pixel's run starts, written to a place that has the mark's start. */
function startsAlong(axes: readonly Along[], d: number) {
  const coordinates = Array.from({ length: d }, (_, i) => pointName(i))
  const all = axes.flatMap(({ inputs }, k) =>
    coordinates.flatMap((name, i) => {
      const values = inputs.get(name)
      return values ? [{ i, values, isUp: k === 1 }] : []
    }),
  )
  return (start: Float64Array, column: number, row: number): void => {
    for (let k = 0; k < all.length; k++) {
      const { i, values, isUp } = all[k] as (typeof all)[number]
      start[i] = values[isUp ? row : column] as number
    }
  }
}

/** The minima that are known, where a pixel is; whoever climbs knows none. */
function minimaAlong(map: PreparedMap, axes: readonly Along[]) {
  const none = new Float64Array()
  const climbs = lastRun(map.prepared).settings.maximize === true
  const own = climbs ? none : Float64Array.from(map.minima().flat())
  const [across, up] = axes.map(({ losses }) =>
    losses?.map((loss) => (climbs ? none : Float64Array.from((loss?.minima ?? []).flat()))),
  )
  return (column: number, row: number): Float64Array => across?.[column] ?? up?.[row] ?? own
}

/** The function at a point, with the parameters that a pixel has. */
function lossAlong({ prepared }: PreparedMap, axes: readonly Along[]) {
  const [across, up] = axes.map(({ losses }) => losses)
  return (point: Float64Array, column: number, row: number): number => {
    const { expression, variables } = across?.[column] ?? up?.[row] ?? prepared.loss
    return compileFunction(expression, variables)(...point)
  }
}
