import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec } from '../../experiment/experiment.ts'
import type { Trace } from '../../index.ts'
import { runExperiment } from '../../runs/runExperiment.ts'
import data from './lbfgs.torch.json'

interface Reference {
  readonly f: string
  readonly start: readonly number[]
  readonly hyper: NonNullable<RunSpec['hyper']>
  readonly x: readonly (readonly number[])[]
  readonly evaluations: readonly number[]
}

const references = data.runs as readonly Reference[]

describe('L-BFGS is PyTorch’s to the last digit', () => {
  test.each(
    references.map(
      (run) => [`${run.f} from ${run.start} ${JSON.stringify(run.hyper)}`, run] as const,
    ),
  )('%s', (_, { f, start, hyper, x, evaluations }) => {
    const experiment: Experiment = {
      f,
      start,
      steps: evaluations.length,
      runs: [{ optimizer: 'lbfgs', hyper }],
    }
    const trace = runExperiment(experiment)[0] as Trace
    expect([...trace.x]).toEqual(x.flat())
    expect([...trace.evaluations]).toEqual(evaluations)
  })
})
