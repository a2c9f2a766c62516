// A run whose settings change while it trains: its legs, each from one change to the next.
import type { PreparedNetwork } from '../../../experiment/networkPrepare.ts'
import { sizeOf } from '../../../networks/network.ts'
import { type Chain, withRules } from '../legs.ts'
import type { Sizes } from './training.ts'

export const stepsOf = ({ pace }: PreparedNetwork): number => pace.steps

/** How many points a batch has, from batch to batch. */
export const sizesOf = ({ pace }: PreparedNetwork): Sizes =>
  pace.legs.map(({ at, batch }) => [at, batch] as const)

/** The legs of the i-th run. */
export function legsOfRun(prepared: PreparedNetwork, i: number): Chain {
  const first = prepared.runs[i] as (typeof prepared.runs)[0]
  const places = [{ run: first, from: 0 }]
  for (const { at, run } of first.later ?? []) {
    // Of those at the same batch the later counts.
    if (places.at(-1)?.from === at) places.pop()
    places.push({ run: { ...run, label: first.label }, from: at })
  }
  const ends = [...places.slice(1).map(({ from }) => from), Number.POSITIVE_INFINITY]
  return withRules(
    places.map((place, k) => ({ ...place, until: ends[k] as number, began: 0 })),
    sizeOf(prepared.architecture),
  )
}
