// A map as far as it is known: it fills with tiles, from coarse to fine.
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import type { Sketcher } from '../../core/maps/sketchOnCard.ts'
import type { MapTile } from '../../core/maps/tilesToShow.ts'

export interface MapPicture {
  /** What it is a picture of. */
  readonly map: PreparedMap
  /** Says all that it depends on: not where the mark is. */
  readonly key: string
  /** Row by row from the bottom; NaN where there is none. */
  readonly values: Float64Array
  /** Likewise: indices into the legend. */
  readonly outcomes: Uint8Array
  readonly legend: readonly string[]
  /** Who has sketched it last, if anyone has. */
  readonly by: Sketcher | undefined
  /** How much of it is computed as it is, between 0 and 1. */
  readonly share: number
}

/** A picture of the map of one of several runs. */
export interface SeenMap {
  readonly picture: MapPicture
  readonly run: number
  /** Which one it is, where there are several. */
  readonly title: string | undefined
}

/** Of what nothing is known yet: further than any legend reaches. */
export const unknown = 255

/** A picture that fills. */
export function filling(map: PreparedMap, key: string) {
  const { size } = map
  const values = new Float64Array(size ** 2).fill(Number.NaN)
  const outcomes = new Uint8Array(size ** 2).fill(unknown)
  const isExact = new Uint8Array(size ** 2)
  let legend: readonly string[] = []
  let [known, exact] = [0, 0]
  let by: Sketcher | undefined
  const put = (place: number, tile: MapTile, i: number) => {
    if (outcomes[place] === unknown) known++
    values[place] = tile.values[i] as number
    outcomes[place] = tile.outcomes[i] as number
  }
  /** A pixel stands for a square until finer ones come; not where a sketch has said something already. */
  const spread = (place: number, tile: MapTile, i: number) => {
    const [column, row] = [place % size, Math.floor(place / size)]
    for (let r = row; r < Math.min(size, row + tile.stride); r++)
      for (let c = column; c < Math.min(size, column + tile.stride); c++) {
        const at = r * size + c
        if (at === place || !by || outcomes[at] === unknown) put(at, tile, i)
      }
  }
  return {
    add(tile: MapTile): void {
      if (tile.legend) legend = tile.legend
      by = tile.by ?? by
      for (const [i, place] of tile.pixels.entries())
        if (tile.by) put(place, tile, i)
        else {
          // Two workers may have done the same.
          exact += 1 - (isExact[place] as number)
          isExact[place] = 1
          spread(place, tile, i)
        }
    },
    /** Whether there is something to be seen everywhere. */
    isCovered: (): boolean => known === size ** 2,
    picture: (): MapPicture => ({
      map,
      key,
      values,
      outcomes,
      legend,
      by,
      share: exact / size ** 2,
    }),
  }
}

interface Share {
  readonly code: number
  readonly words: string
  readonly share: number
}

const known = new WeakMap<MapPicture, readonly Share[]>()

/** The shares of a map's pixels by what happens there, the largest first. */
export function sharesOf(picture: MapPicture): readonly Share[] {
  const shares = known.get(picture) ?? counted(picture)
  known.set(picture, shares)
  return shares
}

function counted({ outcomes, legend }: MapPicture): readonly Share[] {
  const counts = new Float64Array(legend.length)
  for (const code of outcomes) counts[code] = (counts[code] ?? 0) + 1
  return legend
    .map((words, code) => ({ code, words, share: (counts[code] ?? 0) / outcomes.length }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
}
