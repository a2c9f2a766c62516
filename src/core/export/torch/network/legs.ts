// A run whose settings change while it trains: its legs, each from one change to the next.
import type { PreparedNetwork } from '../../../experiment/networkPrepare.ts'
import type { TrainingRun } from '../../../experiment/networkRuns.ts'
import type { Run } from '../../../experiment/prepare.ts'
import { sizeOf } from '../../../networks/network.ts'
import { type Chain, withRules } from '../legs.ts'
import type { Sizes } from './training.ts'

export const stepsOf = ({ pace }: PreparedNetwork): number => pace.steps

/** How many points a batch has, from batch to batch. */
export const sizesOf = ({ pace }: PreparedNetwork): Sizes =>
  pace.legs.map(({ at, batch }) => [at, batch] as const)

/** The legs of one run. */
export interface Legs {
  readonly main: Chain
  /** Of what trains those parameters that the optimizer leaves to another one. */
  readonly rest?: Chain
}

/** The legs of the i-th run. */
export function legsOfRun(prepared: PreparedNetwork, i: number): Legs {
  const first = prepared.runs[i] as TrainingRun
  const places = [{ run: first, from: 0 }]
  for (const { at, run } of first.later ?? []) {
    // Of those at the same batch the later counts.
    if (places.at(-1)?.from === at) places.pop()
    places.push({ run: { ...run, label: first.label }, from: at })
  }
  const ends = [...places.slice(1).map(({ from }) => from), Number.POSITIVE_INFINITY]
  const chainOf = (runs: readonly Run[]) =>
    withRules(
      runs.map((run, k) => {
        const [from, until] = [places[k]?.from ?? 0, ends[k] as number]
        return { run, from, until, began: 0 }
      }),
      sizeOf(prepared.architecture),
    )
  const rests = places.flatMap(({ run }) => (run.rest ? [run.rest] : []))
  return {
    main: chainOf(places.map(({ run }) => run)),
    ...(rests.length && { rest: chainOf(rests) }),
  }
}
