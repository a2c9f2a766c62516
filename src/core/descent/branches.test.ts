import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { ExperimentError } from '../experimentError.ts'
import type { Trace } from '../index.ts'
import { evaluate } from '../language/program.ts'
import { sourceOf } from '../rules/source.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { numberOf, runAt } from './recorded.ts'
import data from './torch/branches.torch.json'

type Stage = readonly [step: number, optimizer: string, hyper: NonNullable<RunSpec['hyper']>]
interface Reference {
  readonly expression: string
  readonly start: readonly number[]
  readonly steps: number
  readonly stages: readonly Stage[]
  readonly x: readonly (readonly number[])[]
}

/** Each stage is a branch of the one before. */
const experimentOf = ({ expression, start, steps, stages }: Reference): Experiment => ({
  f: expression,
  start,
  steps,
  runs: stages.map(([step, optimizer, hyper], i) => ({
    optimizer,
    hyper,
    ...(i > 0 && { from: { run: i - 1, step } }),
  })),
})
const references = (data.runs as unknown as Reference[]).map(
  (reference) => [JSON.stringify(reference.stages), reference] as const,
)

/** Every line of the last run, computed again from the numbers that it is said to read. */
function expectLinesToHold(experiment: Experiment, from: number): void {
  const run = prepare(experiment).runs.at(-1) as Run
  const trace = runExperiment(experiment).at(-1) as Trace
  const d = trace.x.length / trace.f.length
  for (let k = from; k < trace.lr.length; k++) {
    for (const [j, { value }] of run.rule.lines.entries()) {
      for (let i = 0; i < d; i++) {
        const again = evaluate(value, (n) => numberOf(sourceOf(n, run.rule, j), trace, run, k, i))
        const recorded = trace.lines[j]?.[k * d + i] as number
        expect(Math.abs(again - recorded)).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(recorded)))
      }
    }
  }
}

describe('branches', () => {
  test.each(references)('do what changing it there does in PyTorch: %s', (_, reference) => {
    const trace = runExperiment(experimentOf(reference)).at(-1) as Trace
    const expected = reference.x.flat()
    expect(trace.x).toHaveLength(expected.length)
    for (const [i, value] of expected.entries())
      expect(Math.abs((trace.x[i] as number) - value)).toBeLessThanOrEqual(
        1e-11 * (1 + Math.abs(value)),
      )
  })

  test.each(references)('say the right numbers after it: %s', (_, reference) => {
    expectLinesToHold(experimentOf(reference), reference.stages.at(-1)?.[0] as number)
  })

  test('say the right numbers before it, where the optimizer is the same', () => {
    for (const hyper of [{}, { momentum: 0.5, weight_decay: 0.1, maximize: true }]) {
      const runs = [0.1, 0.02, 0.3].map((lr, i) => ({
        optimizer: 'sgd',
        hyper: { ...hyper, lr },
        ...(i && { from: { run: i - 1, step: 4 * i } }),
      }))
      expectLinesToHold({ f: 'tanhsin', steps: 15, runs }, 0)
    }
  })

  test('begin a memory that the run did not have before', () => {
    const runs = [
      { optimizer: 'sgd', hyper: { lr: 0.1 } },
      { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.9 }, from: { run: 0, step: 5 } },
    ]
    expectLinesToHold({ f: 'tanhsin', steps: 15, runs }, 5)
  })

  test('share every step before with what they branch off from', () => {
    const runs = [
      { optimizer: 'adam', hyper: { lr: 0.3 } },
      { optimizer: 'sgd', hyper: { lr: 0.1 }, from: { run: 0, step: 7 } },
    ]
    const [a, b] = runExperiment({ f: 'tanhsin', steps: 12, runs }) as [Trace, Trace]
    expect(b.x.slice(0, 8)).toEqual(a.x.slice(0, 8))
    expect(b.lr.slice(0, 7)).toEqual(a.lr.slice(0, 7))
    expect([...b.lr.slice(7)]).toEqual([0.1, 0.1, 0.1, 0.1, 0.1])
    expect([a.began, b.began]).toEqual([0, 7])
    const { runs: prepared } = prepare({ f: 'tanhsin', steps: 12, runs })
    expect([6, 7].map((k) => runAt(prepared[1] as Run, k).optimizer.id)).toEqual(['adam', 'sgd'])
  })

  test('off a branch, at a step before it branched off, are branches of its stem', () => {
    const stem = { optimizer: 'adam', hyper: { lr: 0.3 } }
    const again = { optimizer: 'adam', hyper: { lr: 0.1 } }
    for (const step of [3, 7]) {
      const [, , chained, direct] = runExperiment({
        f: 'tanhsin',
        steps: 12,
        runs: [
          stem,
          { optimizer: 'sgd', from: { run: 0, step: 7 } },
          { ...again, from: { run: 1, step } },
          { ...again, from: { run: 0, step } },
        ],
      }) as [Trace, Trace, Trace, Trace]
      expect(chained.x).toEqual(direct.x)
      expect(chained.began).toBe(0)
    }
  })

  test('at step 0 are runs of their own', () => {
    const hyper = { lr: 0.3, initial_accumulator_value: 2 }
    const [, branch, own] = runExperiment({
      f: 'tanhsin',
      runs: [
        { optimizer: 'adagrad' },
        { optimizer: 'adagrad', hyper, from: { run: 0, step: 0 } },
        { optimizer: 'adagrad', hyper },
      ],
    }) as [Trace, Trace, Trace]
    expect(branch.x).toEqual(own.x)
  })

  test('go on counting the steps of a schedule', () => {
    for (const schedule of [
      { kind: 'exponential', gamma: 0.9 },
      { kind: 'cosine-restarts', T_0: 4, T_mult: 2 },
      { kind: 'plateau', patience: 0, threshold: 0.5 },
      { kind: 'cosine', T_max: 9, warmup: { steps: 4 } },
    ]) {
      const run = { optimizer: 'sgd', hyper: { lr: 0.4 }, schedule }
      const changed = { ...run, hyper: { lr: 0.2 }, from: { run: 0, step: 6 } }
      const [stem, same, half] = runExperiment({
        f: 'tanhsin',
        steps: 15,
        runs: [run, { ...run, from: { run: 0, step: 6 } }, changed],
      }) as [Trace, Trace, Trace]
      expect(same.x).toEqual(stem.x)
      expect(half.lr[6]).toBeCloseTo((stem.lr[6] as number) / 2, 14)
    }
  })

  test('may take up a schedule on the way', () => {
    for (const kind of ['plateau', 'cosine-restarts']) {
      const schedule = { kind, ...(kind === 'plateau' ? { patience: 1 } : { T_0: 5 }) }
      const runs = [{ optimizer: 'sgd' }, { optimizer: 'sgd', schedule, from: { run: 0, step: 6 } }]
      const [, branch] = runExperiment({ f: 'tanhsin', steps: 20, runs }) as [Trace, Trace]
      expect(branch.lr).toHaveLength(20)
      expect(branch.lr.every((lr) => lr > 0)).toBe(true)
    }
  })

  test('that cannot be are refused', () => {
    const branch = (from: { run: number; step: number }) => () =>
      prepare({ f: 'x^2', steps: 9, runs: [{ optimizer: 'sgd' }, { optimizer: 'sgd', from }] })
    expect(branch({ run: 1, step: 2 })).toThrow(ExperimentError)
    expect(branch({ run: 5, step: 2 })).toThrow('goes on from a run that stands before it')
    expect(branch({ run: 0, step: 10 })).toThrow('A branch at step 10 needs a run of so many steps')
    expect(branch({ run: -1, step: 1 })).toThrow(/a run and a step/)
  })
})
