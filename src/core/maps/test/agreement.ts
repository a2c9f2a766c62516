// Maps beside the runs of their pixels' experiments.
import { expect } from 'vitest'
import { attempted } from '../../attempted.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { runExperiment } from '../../runs/runExperiment.ts'
import { meaningOf } from '../atlas.ts'
import type { MapExperiment } from '../mapExperiment.ts'
import { experimentAt } from '../prepareMap.ts'
import { sweep } from '../sweep.ts'

/** What a map says of a run with an outcome. */
const kindsOf = {
  converged: ['rests'],
  stuck: ['rests', 'stuck'],
  oscillating: ['oscillates'],
  diverged: ['diverges'],
  running: ['runs on', 'near'],
} as const

/** The last run of the experiment of a pixel; nothing where it cannot start. */
const runAt = (experiment: Experiment) => attempted(() => runExperiment(experiment).at(-1))

/** Holds every pixel against the run of its experiment. */
export function expectAgreement(experiment: MapExperiment, run = 0): Set<string> {
  const { width, height, values, outcomes, legend } = sweep(experiment, run)
  const seen = new Set<string>()
  for (let k = 0; k < width * height; k++) {
    const trace = runAt(experimentAt(experiment, k % width, Math.floor(k / width), run))
    const { kind } = meaningOf(outcomes[k] as number)
    const value = values[k]
    if (!trace) expect(kind).toBe('cannot start')
    else {
      expect(kindsOf[trace.outcome.kind], `pixel ${k}: ${kind}`).toContain(kind)
      if (experiment.map?.show === 'loss') expect(value).toBe(trace.f.at(-1))
      else expect(value).toBe(trace.outcome.step)
    }
    expect(legend[outcomes[k] as number]).toBeDefined()
    seen.add(kind)
  }
  return seen
}
