import { describe, expect, test } from 'vitest'
import type { RunSpec } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { formulaOf } from '../formulas/formula.ts'
import { normal } from '../random.ts'
import { sourceOf } from '../rules/source.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { numberOf } from './recorded.ts'
import type { Trace } from './trace.ts'

const bowl = { f: 'x^2 + y^2', start: [1, 2], steps: 3 }
const written = (rule: string, more: Partial<RunSpec> = {}): RunSpec => ({
  optimizer: 'custom',
  rule,
  ...more,
  hyper: { lr: 0.1, ...more.hyper },
})
const traceOf = (run: RunSpec, more = {}) =>
  runExperiment({ ...bowl, ...more, runs: [run] })[0] as Trace
const digits = (numbers: ArrayLike<number>) =>
  Array.from(numbers, (value) => Number(value.toFixed(12)))

describe('where memory starts', () => {
  test.each(['g', '2*x', 'x + g - x', 'where(x > 1.5, g, 2*x)'])(
    'is for each coordinate its own, where it starts from %s',
    (start) => {
      const { x } = traceOf(written(`a_0 = ${start}; a = 0.5*a; x = x - lr*a`))
      expect(digits(x.slice(2, 4))).toEqual([0.9, 1.8])
    },
  )

  test('is what the step before the first has of it', () => {
    const rule = 'v_0 = 5; v = 0.5*v; change = v - prev(v); x = x - lr*g'
    const { quantities } = traceOf(written(rule))
    expect(digits(quantities.change as Float64Array)).toEqual([
      -2.5, -2.5, -1.25, -1.25, -0.625, -0.625,
    ])
  })

  test('is said also of what a line gives a bare number', () => {
    const along = (rule: string) => digits(traceOf(written(rule), { f: 'x^2', start: [3] }).x)
    expect(along('q_0 = 2; x = x - lr*g*q; q = 1')).toEqual([3, 1.8, 1.44, 1.152])
    expect(along('q = 2; x = x - lr*g*prev(q)')).toEqual([3, 3, 1.8, 1.08])
  })

  test('does not take the step of a race beside it whose line says the same', () => {
    const starts = written('m_0 = 2*c; m = m + g; x = x - lr*m', { hyper: { c: 1 } })
    const line = written('m = m + g; x = x - lr*m; m = 2*c', { hyper: { c: 1 } })
    const alone = [starts, line].map((run) => traceOf(run).x)
    expect(runExperiment({ ...bowl, runs: [starts, line] }).map(({ x }) => x)).toEqual(alone)
    expect(runExperiment({ ...bowl, runs: [line, starts] }).map(({ x }) => x)).toEqual(
      alone.reverse(),
    )
  })

  test('sees the noise of the first step, as the lines do', () => {
    const noise = { noise: 0.5, seed: 3 }
    const { x } = traceOf(written('a_0 = g; a = 0.5*a; x = x - lr*a'), noise)
    const seen = [0, 1].map((i) => 2 * (bowl.start[i] as number) + 0.5 * normal(3, 0, i))
    expect(digits(x.slice(2, 4))).toEqual(
      digits(seen.map((g, i) => (bowl.start[i] as number) - 0.05 * g)),
    )
    const same = traceOf(written('a = where(t > 1, a, g); a = 0.5*a; x = x - lr*a'), noise)
    expect(x).toEqual(same.x)
  })

  test('of a branch that is new there sees its first step', () => {
    const noise = { noise: 0.5, seed: 3, steps: 6 }
    const rules = [
      'a_0 = g; a = 0.5*a; x = x - lr*a',
      'a = where(t > 1, a, g); a = 0.5*a; x = x - lr*a',
    ]
    const [started, same] = rules.map((rule) =>
      runExperiment({
        ...bowl,
        ...noise,
        runs: [
          { optimizer: 'sgd', hyper: { lr: 0.1 } },
          { ...written(rule), from: { run: 0, step: 2 } },
        ],
      }).at(-1),
    )
    expect(started?.x).toEqual(same?.x)
  })

  test('is what the schedule makes of the learning rate and of the momentum', () => {
    const schedule = {
      kind: 'cyclic',
      base_lr: 0.2,
      max_lr: 0.4,
      step_size_up: 2,
      max_momentum: 0.75,
    }
    const run = (rule: string) => written(rule, { hyper: { lr: 7, beta: 7 }, schedule })
    const rule = (start: string) => `${start}; v = 0.5*v; x = x - lr*beta*v*g`
    expect(traceOf(run(rule('v_0 = lr + beta'))).x).toEqual(
      traceOf(run(rule('v_0 = 0.2 + 0.75'))).x,
    )
  })
})

describe('the formula of a start', () => {
  const experiment = {
    ...bowl,
    noise: 0.5,
    runs: [
      written('a_0 = g + lr*x + f; a = 0.5*a; x = x - lr*a', {
        schedule: { kind: 'exponential', gamma: 0.5, warmup: { steps: 2, start_factor: 0.25 } },
      }),
    ],
  }
  const run = prepare(experiment).runs[0] as Run
  const trace = runExperiment(experiment)[0] as Trace

  test('says what it reads, in the first step', () => {
    const [start] = formulaOf(run.rule, { variables: ['x', 'y'], coordinate: 1 }).filter(
      ({ name }) => name === 'a',
    )
    expect(`${start?.left} = ${start?.right}`).toBe('a_0 = g_1 + \\eta_1 y_1 + f_1')
  })

  test('gives the number with which the first step begins', () => {
    const line = run.rule.lines.findIndex(({ name }) => name === 'a')
    for (const i of [0, 1]) {
      const [x, f] = [bowl.start[i] as number, 5]
      const g = 2 * x + (trace.noise?.[i] as number)
      const expected = g + 0.025 * x + f
      expect(numberOf(sourceOf('a', run.rule, line), trace, run, 0, i)).toBeCloseTo(expected, 12)
      expect(trace.quantities.a?.[i]).toBeCloseTo(expected / 2, 12)
    }
  })
})
