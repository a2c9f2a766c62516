// Many runs of which only what came of them is kept: one after the other, or side by side where somebody knows how.
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { descend } from './descend.ts'

/** A run that is ready. */
export interface Ready {
  readonly prepared: Prepared
  readonly run: Run
}

/** Takes the trace of a run, which lasts until the next one. */
export type Take<R> = (ready: R, trace: Trace) => void

/** Runs many runs: a generator that yields nothing now and then. */
type RunAll = <R extends Ready>(all: readonly R[], take: Take<R>) => Generator<undefined, void>

let together: (() => RunAll) | undefined

/** From now on many runs are run in that way; what it builds for some serves those that are asked for after them. */
export function walkTogether(way: () => RunAll): void {
  together = way
}

/** How to run many runs, a few at a time. */
export function manyRuns(): RunAll {
  let runAll: RunAll | undefined
  return (all, take) => {
    runAll ??= together?.()
    return (runAll ?? alone)(all, take)
  }
}

/** One after the other. */
export function* alone<R extends Ready>(
  all: readonly R[],
  take: Take<R>,
): Generator<undefined, void> {
  for (const ready of all) {
    const { prepared, run } = ready
    // Of a run's lines nothing is looked at.
    const work = descend(prepared, run, { ...run, rule: { ...run.rule, lines: [], supplied: [] } })
    let next = work.next()
    for (; !next.done; next = work.next()) yield undefined
    take(ready, next.value)
    yield undefined
  }
}
