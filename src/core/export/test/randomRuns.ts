// Runs by chance: every optimizer, option, schedule and mistake that the registries hold.
import fc from 'fast-check'
import { bugs } from '../../bugs/index.ts'
import type { RunSpec, ScheduleSpec } from '../../experiment/experiment.ts'
import { hasPlaceFor } from '../../experiment/lookUp.ts'
import type { Optimizer } from '../../optimizers/optimizer.ts'
import { customId, customOptimizer } from '../../optimizers/written/custom.ts'
import { schedules } from '../../schedules/index.ts'
import { warmup } from '../../schedules/warmup.ts'
import { argumentsFor } from './randomArguments.ts'
import { decades } from './randomNumber.ts'
import { rules } from './randomRule.ts'

/** Something in so many hundredths of the cases; when a case is made smaller it goes first. */
export const share = <T>(hundredths: number, of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
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

const several = { minLength: 2, maxLength: 3 }

/** Of these optimizers and of written rules: one run, a race, or one optimizer with arguments that change. */
export function runsOf(optimizers: readonly Optimizer[]): fc.Arbitrary<readonly RunSpec[]> {
  const anyOptimizer = fc.constantFrom(...optimizers)
  const builtIn = anyOptimizer.chain(runOf)
  const run = planned(
    fc.oneof({ arbitrary: builtIn, weight: 8 }, { arbitrary: written, weight: 2 }),
  )
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.tuple(run), weight: 80 },
    { arbitrary: fc.array(run, several), weight: 10 },
    { arbitrary: anyOptimizer.chain((of) => fc.array(planned(runOf(of)), several)), weight: 10 },
  )
}
