// A map in a moment: only where its runs end, for as long as the true picture is on its way. Values are those of the runs as
// far as the precision goes; endings are guesses.
import { singles } from '../kernel/lanes/breadth.ts'
import type { Walking } from '../kernel/lanes/crowd.ts'
import type { Card } from '../kernel/shader/card.ts'
import type { Crew } from './crew.ts'
import { crewsOf } from './crews.ts'
import { leaving } from './leaving.ts'
import type { PreparedMap } from './prepareMap.ts'
import { emptyTile, type Share, type SweptTile } from './sweep.ts'
import { type Tile, tilesOf } from './tiles.ts'

/**
 * Sketches a map, tile by tile from coarse to fine, as sweeping computes it; tiles lack the pixels that only the true map
 * can tell.
 * @returns nothing for runs that ask methods or branch off, and where pixels differ by more than numbers
 */
export function sketching(
  map: PreparedMap,
  { from, every }: Share = { from: 0, every: 1 },
  breadth = singles,
): Generator<SweptTile, void> | undefined {
  const crews = crewsOf(map, breadth)
  if (!crews) return undefined
  const sketchTile = tileBy(map, crews)
  return (function* () {
    let index = 0
    for (const tile of sketchTilesOf(map))
      if (index++ % every === from) yield atOnce(sketchTile(tile)).tile
  })()
}

/** Pixels times steps of a tile, about: more than handing it on costs, and little enough to be left at any time. */
const handful = 2 ** 18

export const sketchTilesOf = ({ size, prepared: { steps } }: PreparedMap) =>
  tilesOf(size, Math.min(4096, Math.max(256, Math.ceil(handful / Math.max(1, steps)))))

export type Crews = NonNullable<ReturnType<typeof crewsOf>>

interface Sketched {
  readonly tile: SweptTile
  /** The card came to the end of some of its runs. */
  readonly isOnCard: boolean
}

/** Nobody is waited for. */
const atOnce = <R>(work: Generator<unknown, R>): R => work.next().value as R

/** Who leaves meanwhile leaves them, too. */
function* arrival({ done, leave }: Walking): Generator<Promise<unknown>, void> {
  let isOver = false
  void done.then(() => {
    isOver = true
  })
  try {
    while (!isOver) yield done
  } finally {
    leave()
  }
}

/** The runs of some pixels stand at their starts. */
function begin({ restart, enter }: Crew, pixels: Uint32Array, size: number): void {
  restart()
  for (let lane = 0; lane < pixels.length; lane++) {
    const place = pixels[lane] as number
    const row = Math.floor(place / size)
    enter(lane, place - row * size, row)
  }
}

/** What sketches a tile, on a card if there is one; yields what is to be waited for. */
export function tileBy(map: PreparedMap, crews: Crews) {
  const { size } = map
  const d = map.prepared.loss.variables.length
  const leave = leaving(map, crews.axes)
  return function* (tile: Tile, card?: Card): Generator<Promise<unknown>, Sketched> {
    const { pixels, refused, groups } = crews.sort(tile.pixels)
    const swept = emptyTile({ ...tile, pixels }, d)
    let isOnCard = false
    leave.refused(swept, refused)
    let from = refused
    for (const { crew, count } of groups) {
      let own = (card && crew.on(card)) ?? crew
      own.gather()
      const end = from + count
      while (from < end) {
        const some = Math.min(own.crowd.count, end - from)
        begin(own, pixels.subarray(from, from + some), size)
        const walking = own.walk(some)
        if (walking) {
          yield* arrival(walking)
          const isThere = walking.take()
          isOnCard ||= isThere
          // A card that is lost has lost nothing: they walk here. On one that is not, others may have gathered meanwhile.
          if (!isThere) {
            own = crew
            own.gather()
            continue
          }
        }
        leave.walked(swept, from, some, own)
        from += some
        if (walking) own.gather()
      }
    }
    return { tile: swept, isOnCard }
  }
}
