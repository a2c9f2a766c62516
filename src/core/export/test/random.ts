// Experiments by chance, always the same ones.
import fc from 'fast-check'
import { bugs } from '../../bugs/index.ts'
import type { Experiment, RunSpec, ScheduleSpec } from '../../experiment/experiment.ts'
import { hasPlaceFor } from '../../experiment/lookUp.ts'
import { optimizers } from '../../optimizers/index.ts'
import { schedules } from '../../schedules/index.ts'

const many = 120
const seed = 20260801

const terms = [
  'x^2/4',
  'cos(2x)',
  'tanh(x - 1)',
  'abs(x)^1.5',
  'softplus(x)',
  'gelu(2*x)',
  'elu(x)',
  'silu(-x)',
  'max(x, 0.5, -x)',
  'min(x, 2)',
  'where(x > 0, x^2, x/2)',
  'exp(-x^2)',
  'sigmoid(3x)',
  'log(1 + x^2)',
  'x^4/40',
  'atan(x)',
]
const term = fc.constantFrom(...terms)
const losses = fc.oneof(
  fc.tuple(term, term).map(([a, b]) => ({ f: `${a} + ${b}`, d: 1 })),
  fc
    .tuple(term, term)
    .map(([a, b]) => ({ f: `${a} + (${b.replace(/x(?!p)/g, 'y')})*(1 + x^2/9)`, d: 2 })),
)

/** Evenly spread: doubles by chance are mostly next to 0. */
const between = (from: number, to: number) =>
  fc.integer({ min: 0, max: 997 }).map((part) => from + ((to - from) * part) / 997)
const rate = between(-3, 0).map((power) => 10 ** power)
const share = between(0, 0.99)

/** Arguments that several optimizers know by the same name; whoever does not know one goes without. */
const shared = fc.record(
  {
    momentum: share,
    weight_decay: share,
    maximize: fc.boolean(),
    nesterov: fc.boolean(),
    amsgrad: fc.boolean(),
    centered: fc.boolean(),
    betas: fc.tuple(share, share),
    beta: share,
    eps: rate,
    max_iter: fc.integer({ min: 1, max: 5 }),
    line_search_fn: fc.constantFrom(null, 'strong_wolfe'),
  },
  { requiredKeys: [] },
)

const schedule: fc.Arbitrary<ScheduleSpec> = fc
  .record({
    of: fc.constantFrom(...schedules),
    gamma: share,
    small: fc.integer({ min: 1, max: 9 }),
    warm: fc.boolean(),
  })
  .map(({ of: { id, hyper }, gamma, small, warm }) => {
    const possible = {
      gamma,
      step_size: small,
      T_max: small,
      T_0: small,
      milestones: [small, 2 * small],
      max_lr: gamma,
      base_lr: gamma / 2,
      step_size_up: small,
      patience: small % 3,
      k: gamma,
    }
    const known = Object.entries(possible).filter(([key]) => Object.hasOwn(hyper, key))
    return {
      kind: id,
      ...Object.fromEntries(known),
      ...(warm && { warmup: { steps: small } }),
    }
  })

const run: fc.Arbitrary<RunSpec> = fc
  .record({
    of: fc.constantFrom(...optimizers),
    lr: rate,
    hyper: shared,
    schedule: fc.option(schedule, { nil: undefined }),
    bug: fc.option(fc.constantFrom(...bugs), { nil: undefined, freq: 2 }),
  })
  .map(({ of, lr, hyper, schedule: planned, bug }) => ({
    optimizer: of.id,
    hyper: Object.fromEntries(
      Object.entries({ ...hyper, lr }).filter(([key]) => Object.hasOwn(of.hyper, key)),
    ),
    ...(planned && { schedule: planned }),
    ...(bug && hasPlaceFor(of, bug) && { bugs: [bug.id] }),
  }))

const experiment = fc
  .record({
    loss: losses,
    start: fc.tuple(...[0, 1].map(() => between(-3, 3))),
    steps: fc.integer({ min: 1, max: 30 }),
    runs: fc.array(run, { minLength: 1, maxLength: 3 }),
    branch: fc.option(fc.nat(9), { nil: undefined }),
    budget: fc.constantFrom('steps' as const, 'evaluations' as const),
  })
  .map(
    ({ loss: { f, d }, start, steps, runs, branch, budget }): Experiment => ({
      f,
      start: start.slice(0, d),
      steps,
      budget,
      runs: runs.map((spec, i) =>
        i && branch !== undefined
          ? { ...spec, from: { run: i - 1, step: Math.min(branch, steps) } }
          : spec,
      ),
    }),
  )

export const random = fc
  .sample(experiment, { numRuns: many, seed })
  .map((made) => [`by chance: ${JSON.stringify(made)}`, made] as const)
