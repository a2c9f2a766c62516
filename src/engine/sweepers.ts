// Other workers that sweep a share of a map's tiles, on cores that nobody else uses.
import type { MapExperiment } from '../core/maps/mapExperiment.ts'
import { prepareMap } from '../core/maps/prepareMap.ts'
import { type Share, type SweptTile, sweeping } from '../core/maps/sweep.ts'

export interface Swept {
  readonly experiment: MapExperiment
  /** Whose map it is, of several. */
  readonly run: number
}

/** What a sweeper is told: each word but the last asks for one tile. */
export type Word =
  | { readonly id: number; readonly begin: Swept & { readonly share: Share } }
  | { readonly id: number; readonly more: true }
  | { readonly id: number; readonly end: true }

/** What it answers: a tile, or that there are no more. */
interface Answer {
  readonly id: number
  readonly tile?: SweptTile
}

/** A worker as a sweeper, or whatever stands in its place. */
export interface Sweeper {
  postMessage(word: Word): void
  listen(answered: (answer: Answer) => void): void
}

/** The sweeper's own end: sweeps tiles as it is asked for them, of several maps in turn. */
export function attendSweeps(answer: (said: Answer, moved: Transferable[]) => void) {
  const sweeps = new Map<number, Generator<SweptTile | undefined, void>>()
  return (word: Word): void => {
    const { id } = word
    if ('end' in word) return void sweeps.delete(id)
    if ('begin' in word) {
      const { experiment, run, share } = word.begin
      sweeps.set(id, sweeping(prepareMap(experiment, run), share))
    }
    const tile = nextOf(sweeps.get(id))
    if (!tile) sweeps.delete(id)
    const arrays = tile ? [tile.pixels, tile.values, tile.kinds, tile.minima, tile.known] : []
    answer(
      tile ? { id, tile } : { id },
      arrays.map(({ buffer }) => buffer as ArrayBuffer),
    )
  }
}

/** The next tile, if there is one; a loop over the sweep would end it. */
function nextOf(sweep: Generator<SweptTile | undefined, void> | undefined): SweptTile | undefined {
  for (;;) {
    const { done = true, value } = sweep?.next() ?? {}
    if (done || value) return value as SweptTile | undefined
  }
}

export type Sweepers = ReturnType<typeof sweepersOf>

/** The side that asks. Nobody is waited for: what a sweeper has not done when it is needed is taken from it. */
export function sweepersOf(all: readonly Sweeper[]) {
  let last = 0
  const listeners = new Map<number, (i: number, tile: SweptTile | undefined) => void>()
  for (const [i, sweeper] of all.entries())
    sweeper.listen(({ id, tile }) => listeners.get(id)?.(i, tile))
  return (swept: Swept) => {
    const id = ++last
    const every = all.length + 1
    const arrived: SweptTile[] = []
    const shares = all.map((_, i) => ({ from: i + 1, every, after: 0, isDone: false }))
    listeners.set(id, (i, tile) => {
      const share = shares[i] as (typeof shares)[number]
      if (!tile) {
        share.isDone = true
        return
      }
      share.after++
      arrived.push(tile)
      all[i]?.postMessage({ id, more: true })
    })
    for (const [i, sweeper] of all.entries())
      sweeper.postMessage({ id, begin: { ...swept, share: shares[i] as Share } })
    return {
      /** The share of whoever asks. */
      own: { from: 0, every } satisfies Share,
      /** Tiles that have come since this was last asked. */
      arrived: (): SweptTile[] => arrived.splice(0),
      /** The shares of others, each without what has come of it; they are still at work on those that are not done. */
      shares: shares as readonly (Share & { readonly isDone: boolean })[],
      end(): void {
        listeners.delete(id)
        for (const sweeper of all) sweeper.postMessage({ id, end: true })
      },
    }
  }
}
