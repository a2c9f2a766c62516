// Experiments by chance: every optimizer, option, schedule, mistake and branch that the registries hold.
import fc from 'fast-check'
import { budgets, type Experiment, type RunSpec } from '../../experiment/experiment.ts'
import { prepare } from '../../experiment/prepare.ts'
import { ExperimentError } from '../../experimentError.ts'
import { readLoss } from '../../loss/loss.ts'
import { optimizers } from '../../optimizers/index.ts'
import { losses } from './randomLoss.ts'
import { between } from './randomNumber.ts'
import { runsOf, share } from './randomRuns.ts'

const mostSteps = 40

const coordinate = fc.oneof(
  { arbitrary: fc.integer({ min: -3, max: 3 }), weight: 1 },
  { arbitrary: between(-3, 3), weight: 4 },
)

/** Experiments, some of which cannot start: whoever asks says what becomes of those. */
export const experiments: fc.Arbitrary<Experiment> = fc
  .record({
    loss: losses,
    start: fc.tuple(coordinate, coordinate),
    steps: fc.integer({ min: 0, max: mostSteps }),
    racers: runsOf(optimizers),
    branch: share(60, fc.nat(12)),
    budget: share(10, fc.constantFrom(...budgets)),
  })
  .map(({ loss, start, steps, racers, branch, budget }): Experiment => {
    const follow = (spec: RunSpec, i: number): RunSpec =>
      branch === undefined || i === 0
        ? spec
        : { ...spec, from: { run: i - 1, step: Math.min(i * branch, steps) } }
    return {
      ...loss,
      start: start.slice(0, readLoss(loss.f, loss.params).variables.length),
      steps,
      ...(budget && { budget }),
      runs: racers.map(follow),
    }
  })

/**
 * Whether an experiment can start.
 * @throws whatever is no sentence for a student: that would be a mistake of ours
 */
export function canStart(experiment: Experiment): boolean {
  try {
    prepare(experiment)
    return true
  } catch (error) {
    if (error instanceof ExperimentError) return false
    throw new Error(JSON.stringify(experiment), { cause: error })
  }
}
