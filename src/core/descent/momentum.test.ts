// Memory that is left alone for some steps.
import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec, ScheduleSpec } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { formulaOf } from '../formulas/formula.ts'
import { print } from '../language/print.ts'
import { evaluate } from '../language/program.ts'
import { sourceOf } from '../rules/source.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { held, numberOf } from './recorded.ts'
import data from './torch/momentum.torch.json'
import type { Trace } from './trace.ts'

type Stage = readonly [step: number, optimizer: string, hyper: NonNullable<RunSpec['hyper']>]
interface Reference {
  readonly expression: string
  readonly start: readonly number[]
  readonly steps: number
  readonly stages: readonly Stage[]
  readonly schedule?: ScheduleSpec
  readonly momentum?: readonly number[]
  readonly x: readonly (readonly number[])[]
}

/** Each stage is a branch of the one before. */
const experimentOf = ({ expression, start, steps, stages, schedule }: Reference): Experiment => ({
  f: expression,
  start,
  steps,
  runs: stages.map(([step, optimizer, hyper], i) => ({
    optimizer,
    hyper,
    ...(schedule && { schedule }),
    ...(i > 0 && { from: { run: i - 1, step } }),
  })),
})

const references = (data.runs as unknown as Reference[]).map(
  (reference) => [JSON.stringify([reference.stages, reference.schedule ?? '']), reference] as const,
)
const lastOf = (experiment: Experiment) =>
  [prepare(experiment).runs.at(-1) as Run, runExperiment(experiment).at(-1) as Trace] as const

const apart = (actual: ArrayLike<number>, expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length)
  return Math.max(
    ...expected.map((v, i) => Math.abs((actual[i] as number) - v) / (1 + Math.abs(v))),
  )
}

describe('memory that is not used is left alone, as PyTorch leaves it', () => {
  test.each(references)('%s', (_, reference) => {
    const [, trace] = lastOf(experimentOf(reference))
    expect(apart(trace.x, reference.x.flat())).toBeLessThanOrEqual(1e-12)
    const { momentum } = trace.quantities
    if (reference.momentum)
      reference.momentum.forEach((value, k) => {
        expect(momentum?.[k * reference.start.length]).toBeCloseTo(value, 14)
      })
  })

  test.each(references)('its formula says what happens: %s', (_, reference) => {
    const [run, trace] = lastOf(experimentOf(reference))
    const d = reference.start.length
    for (let k = reference.stages.at(-1)?.[0] ?? 0; k < reference.steps; k++) {
      for (const [j, { value }] of run.rule.lines.entries()) {
        for (let i = 0; i < d; i++) {
          const again = evaluate(value, (n) => numberOf(sourceOf(n, run.rule, j), trace, run, k, i))
          const recorded = trace.lines[j]?.[k * d + i] as number
          expect(Math.abs(again - recorded)).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(recorded)))
        }
      }
    }
  })

  test('on a parabola, with a momentum that goes from 0.8 to 0 and back', () => {
    const schedule = {
      kind: 'cyclic',
      base_lr: 0.1,
      max_lr: 0.1,
      step_size_up: 2,
      base_momentum: 0,
    }
    const [, { x }] = lastOf({
      f: 'x^2/2',
      start: [1],
      steps: 5,
      runs: [
        {
          optimizer: 'sgd',
          hyper: { lr: 0.1, momentum: 0.9 },
          schedule: { ...schedule, max_momentum: 0.8 },
        },
      ],
    })
    expect([...x.slice(4)].map((value) => Number(value.toFixed(4)))).toEqual([0.5717, 0.4175])
  })
})

describe('the formula', () => {
  const linesOf = (optimizer: string, hyper: RunSpec['hyper'], schedule?: ScheduleSpec) => {
    const run = { optimizer, ...(hyper && { hyper }), ...(schedule && { schedule }) }
    const { lines } = (prepare({ f: 'x^2', runs: [run] }).runs[0] as Run).rule
    return lines
      .filter(({ part }) => part === undefined)
      .map(({ name, value }) => `${name} = ${print(value)}`)
  }
  const cyclic = (base_momentum: number, more = {}) => ({
    kind: 'cyclic',
    base_lr: 0.1,
    max_lr: 0.2,
    base_momentum,
    ...more,
  })

  test.each([
    ['sgd', { momentum: 0.9, dampening: 0.5 }, undefined],
    ['sgd', { momentum: 0.9, dampening: 0.5 }, cyclic(0.8)],
    ['sgd', { momentum: 0.9, dampening: 0.5 }, cyclic(0.8, { mode: 'exp_range', gamma: 0.9 })],
    ['sgd', { momentum: 0.9, dampening: 0.5 }, { kind: 'one-cycle', max_lr: 0.1 }],
  ])('of a momentum that is never 0 has no cases for it: %s %j %j', (id, hyper, schedule) => {
    expect(linesOf(id, hyper, schedule)).toEqual([
      'b = momentum*b + where(t > 1, (1 - dampening)*g, g)',
      'x = x - lr*b',
    ])
  })

  test('of a momentum that may be 0 says what is done then', () => {
    for (const schedule of [cyclic(0), cyclic(0.8, { mode: 'exp_range', gamma: 1.1 })])
      expect(linesOf('sgd', { momentum: 0.9 }, schedule)).toEqual([
        'b = where(momentum == 0, b, momentum*b + g)',
        'x = x - lr*where(momentum == 0, g, b)',
      ])
    expect(linesOf('rmsprop', { momentum: 0.9 }, cyclic(0))).toEqual([
      'v = alpha*v + (1 - alpha)*g^2',
      'b = where(momentum > 0, momentum*b + g/(sqrt(v) + eps), b)',
      'x = x - lr*where(momentum > 0, b, g/(sqrt(v) + eps))',
    ])
  })

  test('with numbers shows the case that was taken', () => {
    const schedule = { ...cyclic(0), step_size_up: 2 }
    const [run, trace] = lastOf({
      f: 'x^2',
      steps: 6,
      runs: [{ optimizer: 'sgd', hyper: { momentum: 0.9 }, schedule }],
    })
    const writing = { variables: ['x'], coordinate: 0 }
    const line = formulaOf(run.rule, writing).findLast(({ name }) => name === 'b')
    const written = (k: number) =>
      line?.numbers?.({
        write: (source) => ('slot' in source && source.slot ? 'b' : source.of === 'g' ? 'g' : 'm'),
        decide: (condition) => held(condition, trace, run, k),
      })
    expect([0, 1, 2, 3].map(written)).toEqual([
      'm \\cdot b + g',
      'm \\cdot b + g',
      'b',
      'm \\cdot b + g',
    ])
  })
})
