import { runExperiment } from '../../core/runs/runExperiment.ts'
import { createEngine, type Engine, type EngineOptions } from '../client.ts'
import type { RaceSpec } from '../jobs/runs.ts'

/** An engine without workers, for tests of those who ask it: what it answers is told. */
export const engineThat = (run: (job: string, spec: unknown) => AsyncGenerator): Engine => ({
  ...createEngine({
    workers: {} as EngineOptions['workers'],
    spawn: () => {
      throw new Error('There are no workers')
    },
  }),
  run: run as Engine['run'],
})

/** What the worker of descents answers. */
export async function* descended(spec: unknown) {
  const { experiment, runs } = spec as RaceSpec
  const traces = runExperiment(experiment)
  yield* runs?.map((i) => traces[i]) ?? traces
}
