// Which runs race: one that branches off, and those that are left.
import type { RunSpec } from '../../core/experiment/experiment.ts'
import { runsOf } from '../../core/experiment/parts.ts'
import type { Edit } from './experiment.ts'

/** The runs that are left. What branched off from one that is gone goes its own way from the start. */
export function closedUp(runs: readonly (RunSpec | undefined)[]): readonly RunSpec[] {
  const left = runs.flatMap((run, i) => (run ? [i] : []))
  const places = new Map(left.map((before, now) => [before, now]))
  return left.map((i): RunSpec => {
    const { from, ...run } = runs[i] as RunSpec
    const place = from && places.get(from.run)
    return from && place !== undefined ? { ...run, from: { ...from, run: place } } : run
  })
}

/** A new run that goes on from a step of another, with the same optimizer until that is changed. */
export const branchAt =
  (index: number, step: number): Edit =>
  (experiment) => {
    const runs = runsOf(experiment)
    return {
      ...experiment,
      runs: [...runs, { ...(runs[index] as RunSpec), from: { run: index, step } }],
    }
  }
