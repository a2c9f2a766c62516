import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec, ScheduleSpec } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { type Hyper, type HyperArgument, isChoice, isHyper, isNumbers } from '../hyper.ts'
import { readLoss } from '../loss/loss.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import '../runs/together.ts'
import { schedules } from '../schedules/index.ts'
import type { Schedule } from '../schedules/schedule.ts'
import { passes, type ScentSpec, scent, type Verdict } from './scent.ts'
import { alone, numericHypers, turning } from './turning.ts'

const all = (spec: ScentSpec): Verdict[] => [...scent(spec)].flatMap((pass) => pass ?? [])

const steps = 12
const circumstances = { steps, lr: 0.1, of: () => 3 }
const given = (value: unknown) =>
  (typeof value === 'function' ? value(circumstances) : value) as HyperArgument

/** What a schedule has to be given. */
function needs({ id, hyper }: Schedule): ScheduleSpec {
  const arguments_ = Object.entries(hyper).flatMap(([key, entry]) => {
    if (isChoice(entry)) return []
    if (isNumbers(entry)) return [[key, entry.list(circumstances)] as const]
    return isHyper(entry) && entry.needed ? [[key, given(entry.value)] as const] : []
  })
  return { kind: id, ...Object.fromEntries(arguments_) }
}

const runs: readonly (readonly [string, RunSpec])[] = [
  ...optimizers.map(({ id }): [string, RunSpec] => [id, { optimizer: id, hyper: { lr: 0.3 } }]),
  ['custom', { optimizer: 'custom', rule: 'm = beta*m + g\nx = x - lr*m' }],
  ...schedules.map((schedule): [string, RunSpec] => [
    schedule.id,
    {
      optimizer: 'sgd',
      hyper: { lr: 0.3, momentum: 0.5 },
      schedule: { ...needs(schedule), warmup: { steps: 3 } },
    },
  ]),
]

describe.each(runs)('%s', (_, spec) => {
  const experiment: Experiment = { f: 'tanhsin', start: [3], steps, runs: [spec] }
  const run = prepare(experiment).runs[0] as Run
  const own = runExperiment(experiment)[0]?.outcome

  test('every number has verdicts, and the present one is the run’s own outcome', () => {
    const hypers = [...numericHypers(run)]
    expect(hypers.length).toBeGreaterThan(0)
    for (const [name, hyper] of hypers) {
      const values = [...ends(hyper), Number(run.settings[name])]
      expect(values.at(-1), name).not.toBeNaN()
      const verdicts = all({ experiment, run: 0, name, values })
      expect(new Set(verdicts.map(({ value }) => value)), name).toEqual(new Set(values))
      const present = verdicts.find(({ value }) => value === values.at(-1))
      expect(present, name).toMatchObject({ kind: own?.kind, step: own?.step })
    }
  })
})

const ends = ({ kind: { range, whole } }: Hyper) => (whole ? range.map(Math.round) : range)

describe('x² with plain gradient descent', () => {
  const experiment = {
    f: 'square',
    start: [2.5],
    steps: 200,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
  }
  test('converges below the bound, swings on it and diverges above', () => {
    const values = [1e-5, 0.1, 0.5, 0.9, 1, 1.1, 5]
    const verdicts = all({ experiment, run: 0, name: 'lr', values })
    const kinds = values.map((value) => verdicts.find((v) => v.value === value)?.kind)
    expect(kinds).toEqual([
      'running',
      'converged',
      'converged',
      'converged',
      'oscillating',
      'diverged',
      'diverged',
    ])
    expect(verdicts.find(({ value }) => value === 0.5)?.step).toBe(2)
  })
  test('whoever ends at one of several minima as deep as the deepest is near the deepest', () => {
    const hyper = { lr: 0.01 }
    const at = (f: string, start: number[]) => {
      const experiment = { f, start, steps: 3, runs: [{ optimizer: 'sgd', hyper }] }
      return all({ experiment, run: 0, name: 'lr', values: [0.01] })[0]?.nearDeepest
    }
    const { minima } = readLoss('himmelblau')
    expect(minima.map((minimum) => at('himmelblau', [...minimum]))).toEqual(minima.map(() => true))
    expect(at('tanhsin', [4])).toBe(false)
    expect(at('tanhsin', [-1])).toBe(true)
    expect(at('x^2', [1])).toBeUndefined()
  })

  test('says what PyTorch refuses', () => {
    const [verdict] = all({ experiment, run: 0, name: 'lr', values: [-1] })
    expect(verdict).toEqual({ value: -1, kind: 'refused', step: 0, f: Number.NaN })
  })
})

describe('turning one number', () => {
  const spec: RunSpec = {
    optimizer: 'adam',
    hyper: { lr: 0.1, betas: [0.8, 0.95] },
    schedule: { kind: 'exp-decay', k: 0.1, warmup: { steps: 5 } },
  }
  const experiment = { f: 'square', runs: [{ optimizer: 'sgd' }, spec] }
  const turned = (name: string, value: number) => turning(experiment, 1, name)(value).runs?.[1]

  test('a part of a tuple leaves the others', () => {
    expect(turned('beta2', 0.5)?.hyper).toEqual({ lr: 0.1, betas: [0.8, 0.5] })
  })
  test('a schedule’s, as the link or as the rule calls it', () => {
    expect(turned('schedule.k', 0.3)?.schedule).toMatchObject({ k: 0.3, warmup: { steps: 5 } })
    expect(turned('schedule.decay', 0.3)).toEqual(turned('schedule.k', 0.3))
  })
  test('the warm-up’s', () => {
    expect(turned('warmup.steps', 9)?.schedule).toEqual({ ...spec.schedule, warmup: { steps: 9 } })
  })
  test('nothing else changes', () => {
    const { runs, ...rest } = turning(experiment, 1, 'lr')(7)
    expect(rest).toEqual({ f: 'square' })
    expect(runs).toEqual([{ optimizer: 'sgd' }, { ...spec, hyper: { ...spec.hyper, lr: 7 } }])
  })
})

test('a branch keeps those that it grew from, and nobody else runs', () => {
  const experiment: Experiment = {
    f: 'square',
    steps: 30,
    runs: [
      { optimizer: 'adam' },
      { optimizer: 'sgd', hyper: { lr: 0.1 } },
      { optimizer: 'adagrad' },
      { optimizer: 'sgd', hyper: { lr: 0.4 }, from: { run: 1, step: 4 } },
      { optimizer: 'rprop', from: { run: 3, step: 9 } },
    ],
  }
  expect(alone(experiment, 4).runs?.map(({ from }) => from)).toEqual([
    undefined,
    { run: 0, step: 4 },
    { run: 1, step: 9 },
  ])
  const outcomes = runExperiment(experiment).map(({ outcome }) => outcome)
  const [verdict] = all({ experiment, run: 3, name: 'lr', values: [0.4] })
  expect(verdict).toMatchObject({ kind: outcomes[3]?.kind, step: outcomes[3]?.step })
})

describe('passes', () => {
  test('go from coarse to fine and miss nothing', () => {
    const all = passes(49, 50)
    expect(all.map((pass) => pass.length)).toEqual([7, 6, 12, 24])
    expect(all.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 49 }, (_, i) => i))
  })
  test('stop early where each run is long', () => {
    expect(passes(49, 200_000)).toHaveLength(3)
    expect(passes(49, 1_000_000)).toEqual([[0, 8, 16, 24, 32, 40, 48]])
  })
  test('a single value is enough', () => {
    expect(passes(1, 50)).toEqual([[0]])
  })
})

test('a long run breathes', () => {
  const experiment = { f: 'square', steps: 20_000, runs: [{ optimizer: 'sgd' }] }
  const pieces = [...scent({ experiment, run: 0, name: 'lr', values: [0.1] })]
  expect(pieces.filter((piece) => piece === undefined).length).toBeGreaterThan(4)
})

describe('side by side', () => {
  const values = Array.from({ length: 25 }, (_, i) => 10 ** (-4 + i / 5))
  test.each<[string, Experiment]>([
    ['Adam', { f: 'himmelblau', start: [-3, 1], runs: [{ optimizer: 'adam' }] }],
    ['momentum', { f: 'tanhsin', runs: [{ optimizer: 'sgd', hyper: { momentum: 0.6 } }] }],
    ['noise', { f: 'himmelblau', noise: 1, seed: 5, runs: [{ optimizer: 'sgd' }] }],
    [
      'a schedule',
      { f: 'rosenbrock', runs: [{ optimizer: 'sgd', schedule: { kind: 'cosine', T_max: 100 } }] },
    ],
    ['whoever climbs', { f: 'sin(x)', runs: [{ optimizer: 'sgd', hyper: { maximize: true } }] }],
    ['a method', { f: 'himmelblau', runs: [{ optimizer: 'lbfgs' }] }],
  ])('a verdict is the outcome of the run with that value: %s', (_, some) => {
    const experiment = { steps: 250, ...some }
    const verdicts = all({ experiment, run: 0, name: 'lr', values })
    expect(verdicts).toHaveLength(values.length)
    for (const { value, kind, step, f } of verdicts) {
      const [trace] = runExperiment(turning(experiment, 0, 'lr')(value))
      expect([kind, step], `${value}`).toEqual([trace?.outcome.kind, trace?.outcome.step])
      expect(f).toBe(trace?.f.at(-1))
    }
  })
})
