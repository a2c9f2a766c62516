import { prepare } from '../../core/experiment/prepare.ts'
import { descend } from '../../core/runs/descend.ts'
import { largestRate } from '../../core/runs/rate.ts'
import { scent } from '../../core/runs/scent.ts'
import type { Chunk, Job, Spec } from '../protocol.ts'

/** A piece of work that is done, or nothing: a breath between two pieces. */
type Piece<J extends Job> = { readonly chunk: Chunk<J> } | undefined

/** How each of some jobs is done: a generator without time, driven by serve.ts. */
export type JobTable<J extends Job> = {
  readonly [K in J]: (spec: Spec<K>) => Generator<Piece<K>, void>
}

/** The jobs of the worker that everyone needs. */
export const jobs: JobTable<'descend' | 'largestRate' | 'scent'> = {
  *descend(experiment) {
    const prepared = prepare(experiment)
    for (const run of prepared.runs) yield { chunk: yield* breathing(descend(prepared, run)) }
  },

  *largestRate({ experiment, run }) {
    const rate = yield* breathing(largestRate(experiment, run))
    if (rate !== undefined) yield { chunk: rate }
  },

  *scent(spec) {
    for (const pass of scent(spec)) yield pass && { chunk: pass }
  },
}

function* breathing<R>(work: Generator<unknown, R>): Generator<undefined, R> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value as R
    yield undefined
  }
}
