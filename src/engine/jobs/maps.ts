// Maps: what becomes of every pixel's run.
import type { Card } from '../../core/kernel/shader/card.ts'
import { type PreparedMap, prepareMap } from '../../core/maps/prepareMap.ts'
import { sketchingSoon } from '../../core/maps/sketchOnCard.ts'
import { type SweptTile, sweeping } from '../../core/maps/sweep.ts'
import { type MapTile, tilesToShow } from '../../core/maps/tilesToShow.ts'
import { job } from '../job.ts'
import type { Sweepers, Swept } from '../sweepers.ts'

/** Who sweeps a share of the tiles, made when there is a map for the first time. */
let sweepers: Sweepers | undefined
let hire: (() => Sweepers) | undefined

/** Maps of this worker are swept by others too from now on. */
export const takeSweepers = (make: () => Sweepers): void => {
  hire = make
  sweepers = undefined
}

/** The graphics card, as soon as there is one. */
let cardNow: () => Card | undefined = () => undefined

/** Maps of this worker are sketched by a graphics card from now on, whenever it is there. */
export const takeCard = (now: typeof cardNow): void => {
  cardNow = now
}

export const jobs = {
  /** Draws a map: in a moment as a sketch where there is one, then pixel by pixel as it is, from coarse to fine. */
  map: job<Swept, MapTile>({
    *run(swept) {
      const map = prepareMap(swept.experiment, swept.run)
      const shown = tilesToShow(map)
      for (const piece of sketchingSoon(map, cardNow))
        yield 'until' in piece ? piece : { chunk: shown(piece.tile, piece.by) }
      for (const tile of shared(swept, map)) yield tile && { chunk: shown(tile) }
    },
    transfers: ({ pixels, values, outcomes }) => [pixels, values, outcomes],
  }),
}

/** All tiles of a map, some of which come from other workers. */
function* shared(swept: Swept, map: PreparedMap): Generator<SweptTile | undefined, void> {
  sweepers ??= hire?.()
  const others = sweepers?.(swept)
  if (!others) return yield* sweeping(map)
  try {
    for (const tile of sweeping(map, others.own)) {
      yield tile
      yield* others.arrived()
    }
    for (const share of others.shares) {
      if (share.isDone) continue
      for (const tile of sweeping(map, { ...share })) {
        yield tile
        yield* others.arrived()
        if (share.isDone) break
      }
    }
    yield* others.arrived()
  } finally {
    others.end()
  }
}
