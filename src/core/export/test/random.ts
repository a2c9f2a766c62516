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
import { readLoss } from '../../loss/loss.ts'
import { optimizers } from '../../optimizers/index.ts'
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

const builtIn: fc.Arbitrary<RunSpec> = fc.constantFrom(...optimizers).chain((optimizer) => {
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
})

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

const run: fc.Arbitrary<RunSpec> = fc
  .record({
    of: fc.oneof({ arbitrary: builtIn, weight: 8 }, { arbitrary: written, weight: 2 }),
    planned: share(45, schedule),
  })
  .map(({ of, planned }) => ({ ...of, ...(planned && { schedule: planned }) }))

const coordinate = fc.oneof(
  { arbitrary: fc.integer({ min: -3, max: 3 }), weight: 1 },
  { arbitrary: between(-3, 3), weight: 4 },
)

/** Experiments, some of which cannot start: whoever asks says what becomes of those. */
export const experiments: fc.Arbitrary<Experiment> = fc
  .record({
    f: losses,
    start: fc.tuple(coordinate, coordinate),
    steps: fc.integer({ min: 0, max: mostSteps }),
    first: run,
    more: share(20, fc.array(run, { minLength: 1, maxLength: 2 })),
    branch: share(60, fc.nat(12)),
    budget: share(10, fc.constantFrom(...budgets)),
  })
  .map(({ f, start, steps, first, more, branch, budget }): Experiment => {
    const follow = (spec: RunSpec, i: number): RunSpec =>
      branch === undefined ? spec : { ...spec, from: { run: i, step: Math.min(branch, steps) } }
    return {
      f,
      start: start.slice(0, variablesIn(f)),
      steps,
      ...(budget && { budget }),
      runs: [first, ...(more ?? []).map(follow)],
    }
  })

const variablesIn = (f: string) => readLoss(f).variables.length

/** Whether an experiment can start. */
export function canStart(experiment: Experiment): boolean {
  try {
    prepare(experiment)
    return true
  } catch {
    return false
  }
}
