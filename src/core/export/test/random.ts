// Experiments by chance: every optimizer, option, schedule, mistake and branch that the registries hold.
import fc from 'fast-check'
import { bugs } from '../../bugs/index.ts'
import {
  budgets,
  type Experiment,
  type RunSpec,
  type ScheduleSpec,
} from '../../experiment/experiment.ts'
import { hasPlaceFor } from '../../experiment/lookUp.ts'
import { prepare } from '../../experiment/prepare.ts'
import { ExperimentError } from '../../experimentError.ts'
import { readLoss } from '../../loss/loss.ts'
import { optimizers } from '../../optimizers/index.ts'
import type { Optimizer } from '../../optimizers/optimizer.ts'
import { customId, customOptimizer } from '../../optimizers/written/custom.ts'
import { schedules } from '../../schedules/index.ts'
import { warmup } from '../../schedules/warmup.ts'
import { argumentsFor } from './randomArguments.ts'
import { losses } from './randomLoss.ts'
import { between, decades } from './randomNumber.ts'
import { rules } from './randomRule.ts'

const mostSteps = 40

/** Something in so many hundredths of the cases; when a case is made smaller it goes first. */
const share = <T>(hundredths: number, of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(undefined), weight: 100 - hundredths },
    { arbitrary: of, weight: hundredths },
  )

const warming = argumentsFor(warmup.hyper)
const schedule: fc.Arbitrary<ScheduleSpec> = fc.oneof(
  {
    arbitrary: fc.constantFrom(...schedules).chain(({ id, hyper }) =>
      fc.tuple(argumentsFor(hyper), share(25, warming)).map(
        ([given, warm]): ScheduleSpec => ({
          kind: id,
          ...given,
          ...(warm && { warmup: warm }),
        }),
      ),
    ),
    weight: 12,
  },
  { arbitrary: warming.map((warm): ScheduleSpec => ({ warmup: warm })), weight: 1 },
)

/** Rates with which something moves and little flies away. */
const usualRate = decades(1e-3, 1)

function runOf(optimizer: Optimizer): fc.Arbitrary<RunSpec> {
  const { id, hyper } = optimizer
  const possible = bugs.filter((bug) => hasPlaceFor(optimizer, bug)).map((bug) => bug.id)
  return fc
    .record({
      given: argumentsFor(hyper, ['lr']),
      rate: share(75, usualRate),
      made: share(
        possible.length ? 12 : 0,
        fc.subarray(possible, possible.length ? { minLength: 1 } : {}),
      ),
    })
    .map(({ given, rate, made }) => ({
      optimizer: id,
      hyper: { ...given, ...(rate !== undefined && { lr: rate }) },
      ...(made && { bugs: made }),
    }))
}

const written: fc.Arbitrary<RunSpec> = fc
  .record({ of: rules, lr: usualRate, forgets: share(10, fc.constant(true)) })
  .map(({ of: { rule, hyper }, lr, forgets }) => ({
    optimizer: customId,
    rule,
    hyper: { ...hyper, ...(isRead(rule, 'lr') && { lr }) },
    ...(forgets && { bugs: ['no-zero-grad'] }),
  }))

function isRead(rule: string, n: string): boolean {
  try {
    return Object.hasOwn(customOptimizer(rule).hyper, n)
  } catch {
    return false
  }
}

const planned = (run: fc.Arbitrary<RunSpec>): fc.Arbitrary<RunSpec> =>
  fc
    .record({ of: run, by: share(45, schedule) })
    .map(({ of, by }) => ({ ...of, ...(by && { schedule: by }) }))

const anyOptimizer = fc.constantFrom(...optimizers)
const builtIn = anyOptimizer.chain(runOf)
const run = planned(fc.oneof({ arbitrary: builtIn, weight: 8 }, { arbitrary: written, weight: 2 }))
const several = { minLength: 2, maxLength: 3 }

/** One run, a race, or one optimizer with arguments that change. */
const runs: fc.Arbitrary<readonly RunSpec[]> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.tuple(run), weight: 80 },
  { arbitrary: fc.array(run, several), weight: 10 },
  { arbitrary: anyOptimizer.chain((of) => fc.array(planned(runOf(of)), several)), weight: 10 },
)

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
    racers: runs,
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
