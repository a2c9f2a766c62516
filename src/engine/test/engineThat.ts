import { createEngine, type Engine, type EngineOptions } from '../client.ts'

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
