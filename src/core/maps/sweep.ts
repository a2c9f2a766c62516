// A map, tile by tile: each pixel is the run of its experiment, of which only the ending and a value are kept.
import { atlasOf } from './atlas.ts'
import { kinds } from './endings.ts'
import type { MapExperiment } from './mapExperiment.ts'
import { pixelsOf } from './pixels.ts'
import { type PreparedMap, prepareMap } from './prepareMap.ts'
import { type Tile, tilesOf } from './tiles.ts'

/** What came of the pixels of a tile, in its order: told without numbers of minima, which only the whole map gives. */
export interface SweptTile extends Tile {
  /** NaN where there is none. */
  readonly values: Float64Array
  /** Indices of the kinds of endings. */
  readonly kinds: Uint8Array
  /** d for each pixel: the minimum that it rests on or is near; NaN where there is none. */
  readonly minima: Float64Array
  /** Which one of those that were known before anything ran; −1 for others. */
  readonly known: Int16Array
}

/** Which tiles: every n-th, from which on. So several can share a map. */
export interface Share {
  readonly from: number
  readonly every: number
  /** So many of them are left out at the beginning. */
  readonly after?: number
}

/**
 * Runs the pixels of a map, tile by tile from coarse to fine. Yields each tile, and nothing now and then, so that whoever
 * drives it can stop or breathe.
 */
export function* sweeping(
  map: PreparedMap,
  { from, every, after = 0 }: Share = { from: 0, every: 1 },
): Generator<SweptTile | undefined, void> {
  const pixels = pixelsOf(map)
  const d = map.prepared.loss.variables.length
  let index = 0
  for (const tile of tilesOf(map.size)) {
    const own = index++ - from
    if (own % every !== 0 || own < after * every) continue
    const swept = emptyTile(tile, d)
    yield* pixels(tile.pixels, (i, { value, ending }) => {
      swept.values[i] = value
      swept.kinds[i] = kinds.indexOf(ending.kind)
      swept.minima.set(ending.at ?? [], i * d)
      swept.known[i] = ending.known
    })
    yield swept
  }
}

/** A tile of which nothing is known yet. */
export function emptyTile(tile: Tile, d: number): SweptTile {
  const { length } = tile.pixels
  return {
    ...tile,
    values: new Float64Array(length).fill(Number.NaN),
    kinds: new Uint8Array(length),
    minima: new Float64Array(length * d).fill(Number.NaN),
    known: new Int16Array(length).fill(-1),
  }
}

export interface Sweep {
  readonly width: number
  readonly height: number
  /** height × width, row by row from the bottom, at the centres of pixels; NaN where there is none. */
  readonly values: Float64Array
  /** Likewise: indices into the legend. */
  readonly outcomes: Uint8Array
  /** In words. */
  readonly legend: string[]
}

/** A map that fills with tiles, in whatever order they come. */
export function gathering(map: PreparedMap) {
  const { size, prepared } = map
  const d = prepared.loss.variables.length
  const atlas = atlasOf(map)
  const values = new Float64Array(size ** 2).fill(Number.NaN)
  const outcomes = new Uint8Array(size ** 2)
  return {
    /** @returns its codes */
    add(tile: SweptTile): Uint8Array<ArrayBuffer> {
      const { pixels, minima, known } = tile
      const restAt = (i: number) => () =>
        Number.isNaN(minima[i * d]) ? undefined : [...minima.subarray(i * d, (i + 1) * d)]
      const codes = new Uint8Array(pixels.length)
      for (let i = 0; i < codes.length; i++) {
        const code = atlas.codeOf(tile.kinds[i] as number, known[i] as number, restAt(i))
        const place = pixels[i] as number
        codes[i] = code
        outcomes[place] = code
        values[place] = tile.values[i] as number
      }
      return codes
    },
    minima: atlas.count,
    legend: atlas.legend,
    sweep: (): Sweep => ({ width: size, height: size, values, outcomes, legend: atlas.legend() }),
  }
}

/**
 * A whole map.
 * @param run whose map it is, of several
 * @throws ExperimentError if there is no such map
 */
export function sweep(experiment: MapExperiment, run = 0): Sweep {
  const map = prepareMap(experiment, run)
  const gathered = gathering(map)
  for (const tile of sweeping(map)) if (tile) gathered.add(tile)
  return gathered.sweep()
}
