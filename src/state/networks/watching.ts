// A training in its worker, followed by the page: what is looked at is told to the worker, what is new comes back.
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import type { PreparedNetwork } from '../../core/experiment/networkPrepare.ts'
import type { Growth, Look, Seen } from '../../core/runs/watchTraining.ts'
import type { Engine } from '../../engine/client.ts'
import { growingRacer, type Racer } from './columns.ts'

/** What is shown of a training. */
export interface Watched {
  readonly racers: readonly Racer[]
  /** Of each run, at or on the way to what is looked at. */
  readonly seen: readonly Seen[]
  /** The batches that all runs have done, unless they are over. */
  readonly reached: number
  readonly last: number
}

/** Where someone looks. */
export interface Looking {
  read(): Look
  watch(listener: () => void): () => void
}

/** Follows the training of an experiment until it is left. */
export function watched(
  engine: Engine,
  { experiment, prepared }: { experiment: NetworkExperiment; prepared: PreparedNetwork },
  looking: Looking,
): AsyncIterable<Watched | undefined> {
  const pieces = engine.run('train', { experiment, look: looking.read() })
  const { pace, runs } = prepared
  const grow = runs.map(({ label }) => growingRacer(label))
  let asked = looking.read()
  let seen: readonly Seen[] = []
  let racers: readonly Racer[] = []
  let isAtRest = false
  let wake = () => {}
  const show = (growth: Growth): Watched | undefined => {
    isAtRest = growth.isAtRest
    seen = growth.seen ?? seen
    const grown = growth.runs.map((run, i) => (grow[i] as (typeof grow)[number])(run))
    if (grown.some((racer, i) => racer !== racers[i])) racers = grown
    const ends = racers.map(({ ending }) => ending?.step ?? pace.steps)
    return seen.length
      ? { racers, seen, reached: growth.reached, last: Math.max(...ends) }
      : undefined
  }
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        if (isAtRest && isSame(looking.read(), asked))
          await new Promise<void>((resolve) => {
            const unwatch = looking.watch(() => isSame(looking.read(), asked) || wake())
            wake = () => {
              unwatch()
              resolve()
            }
          })
        asked = looking.read()
        const { done, value } = await pieces.next(asked)
        return done ? { done, value: undefined } : { value: show(value as Growth) }
      },
      async return() {
        wake()
        await pieces.return()
        return { done: true, value: undefined }
      },
    }),
  }
}

const isSame = (a: Look, b: Look) => a.at === b.at && a.parameter === b.parameter
