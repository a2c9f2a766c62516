// The same sketch by a graphics card, as soon as there is one that has the program: until then, and for whatever it cannot do,
// by WebAssembly.
import { singles } from '../kernel/lanes/breadth.ts'
import type { Card } from '../kernel/shader/card.ts'
import { crewsOf } from './crews.ts'
import type { PreparedMap } from './prepareMap.ts'
import { type Crews, sketchTilesOf, tileBy } from './sketch.ts'
import type { SweptTile } from './sweep.ts'
import type { Tile } from './tiles.ts'

/** Who has sketched a tile. */
export type Sketcher = 'WebGPU' | 'WebAssembly'

type Piece =
  | { readonly tile: SweptTile; readonly by: Sketcher }
  /** There is nothing to do before. */
  | { readonly until: Promise<unknown> }

/**
 * Sketches a map where that is possible, from coarse to fine.
 * @param cardNow the card, as soon as there is one and for as long as it is not lost
 */
export function* sketchingSoon(
  map: PreparedMap,
  cardNow: () => Card | undefined,
): Generator<Piece, void> {
  const crews = crewsOf(map, singles)
  if (!crews) return
  const sketchTile = tileBy(map, crews)
  const tiles = [...sketchTilesOf(map)]
  for (let next = 0; next < tiles.length; ) {
    const card = cardNow()
    const count =
      card && isReady(crews, tiles[next] as Tile, card) ? countFor(card, tiles, next) : 1
    const some = tiles.slice(next, next + count)
    next += count
    const { tile, isOnCard } = yield* waiting(sketchTile(merged(some), card))
    yield { tile, by: isOnCard ? 'WebGPU' : 'WebAssembly' }
  }
}

/** Whether the card has the program of a tile's runs; it is asked to make it ready. */
const isReady = ({ sort }: Crews, { pixels }: Tile, card: Card): boolean =>
  sort(pixels).groups[0]?.crew.on(card) !== undefined

/** How many tiles of one stride a card takes at once. */
function countFor({ lanes }: Card, tiles: readonly Tile[], from: number): number {
  const { stride } = tiles[from] as Tile
  let pixels = 0
  let to = from
  for (; to < tiles.length; to++) {
    const tile = tiles[to] as Tile
    pixels += tile.pixels.length
    if (to > from && (tile.stride !== stride || pixels > lanes)) break
  }
  return to - from
}

function merged(tiles: readonly Tile[]): Tile {
  const [first] = tiles as [Tile]
  if (tiles.length === 1) return first
  const pixels = new Uint32Array(tiles.reduce((sum, tile) => sum + tile.pixels.length, 0))
  let at = 0
  for (const tile of tiles) {
    pixels.set(tile.pixels, at)
    at += tile.pixels.length
  }
  return { stride: first.stride, pixels }
}

function* waiting<R>(work: Generator<Promise<unknown>, R>): Generator<Piece, R> {
  let isOver = false
  try {
    for (;;) {
      const { done = false, value } = work.next()
      isOver = done
      if (done) return value as R
      yield { until: value as Promise<unknown> }
    }
  } finally {
    if (!isOver) work.return(undefined as never)
  }
}
