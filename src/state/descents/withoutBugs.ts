// Mistakes of the bug zoo are seen beside the right thing.
import type { Experiment, RunSpec } from '../../core/experiment/experiment.ts'
import { runsOf } from '../../core/experiment/parts.ts'

/** The experiment with, behind its runs, those that have a mistake once more without it. */
export function withCorrections(experiment: Experiment): { spec: Experiment; corrects: number[] } {
  const runs = runsOf(experiment)
  const corrects = runs.flatMap(({ bugs }, i) => (bugs?.length ? [i] : []))
  const corrected = corrects.map((i) => {
    const { bugs: _, ...run } = runs[i] as RunSpec
    return run
  })
  return {
    spec: corrects.length ? { ...experiment, runs: [...runs, ...corrected] } : experiment,
    corrects,
  }
}
