// Tiles for whoever shows a map while it is computed: each with codes that mean the same in all of the map.
import type { PreparedMap } from './prepareMap.ts'
import type { Sketcher } from './sketchOnCard.ts'
import { gathering, type SweptTile } from './sweep.ts'

/** A tile of a map, as whoever shows it needs it. */
export interface MapTile {
  /** Each pixel stands for a square of so many along its sides, until finer ones come. */
  readonly stride: number
  readonly pixels: Uint32Array
  readonly values: Float64Array
  /** Indices into the legend. */
  readonly outcomes: Uint8Array
  /** It was looked at from afar, and by whom: the true picture is on its way. */
  readonly by?: Sketcher
  /** Where it has become longer. */
  readonly legend?: readonly string[]
}

/** Makes tiles for a picture of the swept ones, in their order. */
export function tilesToShow(map: PreparedMap) {
  const gathered = gathering(map)
  let told = -1
  return (tile: SweptTile, by?: Sketcher): MapTile => {
    const { stride, pixels, values } = tile
    const outcomes = gathered.add(tile)
    const isLonger = gathered.minima() > told
    told = gathered.minima()
    return {
      ...{ stride, pixels, values, outcomes },
      ...(by && { by }),
      ...(isLonger && { legend: gathered.legend() }),
    }
  }
}
