// A noisy run repeated: one path tells of chance, many tell what chance does.

import type { Trace } from '../descent/trace.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { prepare } from '../experiment/prepare.ts'
import { nearestMinimum } from '../loss/knownMinima.ts'
import type { Loss } from '../loss/loss.ts'
import { descend } from '../runs/descend.ts'
import { alone, lastRun } from './turning.ts'

export interface CloudSpec {
  readonly experiment: Experiment
  /** The index of the run that is repeated. */
  readonly run: number
  /** At least 1. */
  readonly repeats: number
}

export interface Cloud {
  readonly repeats: number
  readonly d: number
  /** Finished steps that all repeats have. */
  readonly n: number
  /** For each repeat its points, row by row; as many as it has. */
  readonly paths: readonly Float64Array[]
  /** (n + 1) × d: the mean point. */
  readonly mean: Float64Array
  /** (n + 1) × (d × d): the covariance of the coordinates, row by row; 0 for a single repeat. */
  readonly spread: Float64Array
  /** n + 1: the mean loss. */
  readonly f: Float64Array
  /** n + 1: the standard deviation of the loss. */
  readonly fSpread: Float64Array
  /** How many repeats ended next to each known minimum (an index, as the loss has them); −1 for all others, if there are any. */
  readonly ends: readonly { readonly minimum: number; readonly count: number }[]
}

/**
 * Repeats a run with the seed of the experiment and those that follow. Yields now and then, so that whoever drives it can
 * stop or breathe.
 * @throws ExperimentError if it cannot start
 */
export function* cloud({ experiment, run, repeats }: CloudSpec): Generator<undefined, Cloud> {
  const single = alone(experiment, run)
  const prepared = prepare(single)
  const traces: Trace[] = []
  for (let r = 0; r < repeats; r++) {
    const work = descend({ ...prepared, seed: seedAfter(prepared.seed, r) }, lastRun(prepared))
    for (let next = work.next(); ; next = work.next()) {
      yield undefined
      if (!next.done) continue
      traces.push(next.value)
      break
    }
  }
  const d = prepared.loss.variables.length
  const n = Math.min(...traces.map(({ f }) => f.length)) - 1
  const points = yield* momentsOf(
    traces.map(({ x }) => x),
    n,
    d,
  )
  const losses = yield* momentsOf(
    traces.map(({ f }) => f),
    n,
    1,
  )
  return {
    repeats,
    d,
    n,
    paths: traces.map(({ x }) => x),
    mean: points.mean,
    spread: points.covariance,
    f: losses.mean,
    fSpread: losses.covariance.map(Math.sqrt),
    ends: endsOf(traces, prepared.loss),
  }
}

/** Seeds go round: after the largest comes 0. */
const seedAfter = (seed: number, r: number): number =>
  r <= Number.MAX_SAFE_INTEGER - seed ? seed + r : r - (Number.MAX_SAFE_INTEGER - seed) - 1

/** In rows of all repeats together. */
const workBetweenBreaths = 4096

/** Mean and covariance of rows 0 … n over all columns, measured from the first column: equal ones give exactly 0. */
function* momentsOf(columns: readonly Float64Array[], n: number, d: number) {
  const mean = new Float64Array((n + 1) * d)
  const covariance = new Float64Array((n + 1) * d * d)
  const [first = mean, rest] = [columns[0], Math.max(1, columns.length - 1)]
  const off = new Float64Array(d)
  for (let k = 0; k <= n; k++) {
    for (let i = k * d; i < (k + 1) * d; i++) {
      let sum = 0
      for (const column of columns) sum += (column[i] as number) - (first[i] as number)
      mean[i] = (first[i] as number) + sum / columns.length
    }
    for (const column of columns) {
      for (let i = 0; i < d; i++)
        off[i] = (column[k * d + i] as number) - (mean[k * d + i] as number)
      for (let i = 0; i < d * d; i++)
        covariance[k * d * d + i] =
          (covariance[k * d * d + i] as number) +
          ((off[Math.floor(i / d)] as number) * (off[i % d] as number)) / rest
    }
    if ((k * columns.length) % workBetweenBreaths < columns.length) yield undefined
  }
  return { mean, covariance }
}

function endsOf(traces: readonly Trace[], loss: Loss): Cloud['ends'] {
  const { minima, variables } = loss
  const reached = traces.map(({ x, outcome }) => {
    const near = nearestMinimum(loss, x.subarray(x.length - variables.length))
    return near && outcome.kind !== 'diverged' ? minima.indexOf(near) : -1
  })
  const countOf = (minimum: number) => reached.filter((other) => other === minimum).length
  const elsewhere = countOf(-1)
  return [
    ...minima.map((_, minimum) => ({ minimum, count: countOf(minimum) })),
    ...(elsewhere > 0 ? [{ minimum: -1, count: elsewhere }] : []),
  ]
}
