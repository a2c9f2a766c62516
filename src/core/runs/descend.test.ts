import { describe, expect, test } from 'vitest'
import adafactor from '../descent/torch/adafactor.torch.json'
import descents from '../descent/torch/descents.torch.json'
import options from '../descent/torch/options.torch.json'
import type { RunSpec, ScheduleSpec } from '../experiment/experiment.ts'
import type { Trace } from '../index.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from './runExperiment.ts'

interface Reference {
  readonly expression: string
  readonly start: readonly number[]
  readonly optimizer: string
  readonly hyper: NonNullable<RunSpec['hyper']>
  readonly schedule?: ScheduleSpec
  readonly lr?: readonly number[]
  readonly steps: number
  readonly x: readonly (readonly number[])[]
  readonly f: readonly number[]
  readonly grad: readonly (readonly number[])[]
  readonly drift: number
}

const known = new Set(optimizers.map((o) => o.id))
const references = (
  [...descents.runs, ...options.runs, ...adafactor.runs] as unknown as Reference[]
)
  .filter((run) => known.has(run.optimizer))
  .map(
    (run) =>
      [
        `${run.optimizer} ${JSON.stringify(run.hyper)} ${run.schedule ? JSON.stringify(run.schedule) : ''} on ${run.expression}`,
        run,
      ] as const,
  )

const first = (experiment: Parameters<typeof runExperiment>[0]) =>
  runExperiment(experiment)[0] as Trace

/** As torch/README.md of the reference data defines agreement: max |Δ|/(1 + |value|). */
function difference(actual: Float64Array, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length)
  return Math.max(
    ...expected.map((v, i) => Math.abs((actual[i] as number) - v) / (1 + Math.abs(v))),
  )
}

/**
 * What these come to repels them, where they have long forgotten their start: by how far they drift from another start
 * nothing is known of how their very rounding grows.
 */
const repelled = new Set(['adafactor {"lr":2,"beta2_decay":-0.3}  on x^2/20 + tanh(sin(x))'])

/** How far apart a run gets from itself where each slope is off by about half a unit in the last place of 1. */
const wobble = (experiment: Parameters<typeof first>[0], { x }: Trace): number =>
  Math.max(
    ...[1, 2, 3].map((seed) =>
      difference(first({ ...experiment, noise: 2 ** -53, seed }).x, [...x]),
    ),
  )

describe('runs agree with PyTorch’s own numbers to 1e-12', () => {
  test.each(references)(
    '%s',
    (name, { expression, start, optimizer, hyper, schedule, steps, x, f, grad, lr, drift }) => {
      const experiment = {
        ...{ f: expression, start: [start].flat(), steps },
        runs: [{ optimizer, hyper, ...(schedule && { schedule }) }],
      }
      const trace = first(experiment)
      const worst = Math.max(
        difference(trace.x, x.flat()),
        difference(trace.f, f),
        difference(trace.grad, grad.flat()),
        lr ? difference(trace.lr, lr) : 0,
      )
      const limit = Math.max(1e-12, 100 * drift)
      expect(worst).toBeLessThanOrEqual(
        repelled.has(name) ? Math.max(limit, 10 * wobble(experiment, trace)) : limit,
      )
    },
  )

  test('every optimizer of PyTorch is among them, with every one of its options', () => {
    for (const { id, torch, hyper } of optimizers) {
      if (!torch) continue
      const used = new Set(
        references.filter(([, r]) => r.optimizer === id).flatMap(([, r]) => Object.keys(r.hyper)),
      )
      expect(
        [...Object.keys(hyper)].filter((key) => !used.has(key)),
        id,
      ).toEqual([])
    }
  })
})

describe('the notebook’s runs', () => {
  test('x² from 2.5 with learning rate 0.1', () => {
    const { f } = first({
      f: 'x^2',
      start: [2.5],
      steps: 40,
      runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
    })
    expect([...f.slice(0, 3)]).toEqual([6.25, 4, expect.closeTo(2.56, 12)])
    expect(f[3]?.toPrecision(4)).toBe('1.638')
    expect(f[25]?.toExponential(3)).toBe('8.920e-5')
    expect(f[39]?.toExponential(3)).toBe('1.725e-7')
  })

  test('Adam with learning rate 2 on x²/20 + tanh(sin x) from 8', () => {
    const { f } = first({
      f: 'tanhsin',
      start: [8],
      steps: 15,
      runs: [{ optimizer: 'adam', hyper: { lr: 2 } }],
    })
    expect(f[14]?.toFixed(3)).toBe('-0.275')
  })

  test('the soda can', () => {
    const { x } = first({
      f: 'soda',
      start: [1.5],
      steps: 100,
      runs: [{ optimizer: 'sgd', hyper: { lr: 5 } }],
    })
    expect(x[100]?.toFixed(3)).toBe('3.745')
    expect(x[100]).toBeCloseTo((330 / (2 * Math.PI)) ** (1 / 3), 12)
  })
})

describe('identities', () => {
  const path = (
    optimizer: string,
    hyper: NonNullable<RunSpec['hyper']>,
    f = 'tanhsin',
    steps = 30,
  ) => first({ f, steps, runs: [{ optimizer, hyper }] }).x

  test('gradient descent on a parabola multiplies by 1 − 2η', () => {
    const x = path('sgd', { lr: 0.3 }, 'square')
    x.forEach((value, k) => {
      expect(value).toBeCloseTo(2.5 * 0.4 ** k, 12)
    })
  })

  test('momentum as an average is PyTorch’s momentum with the learning rate times 1 − β', () => {
    const average = path('momentum-average', { lr: 0.5, beta: 0.9 }, 'square')
    const torch = path('sgd', { lr: 0.05, momentum: 0.9 }, 'square')
    average.forEach((value, k) => {
      expect(value).toBeCloseTo(torch[k] as number, 12)
    })
  })

  test('without memory, Adam’s first step is the learning rate against the sign of the slope', () => {
    const [start, next] = path('adam', { lr: 0.25, eps: 0 })
    expect((next as number) - (start as number)).toBeCloseTo(-0.25, 14)
  })

  test('AdamW is Adam with decoupled weight decay', () => {
    expect(path('adam', { lr: 0.1, weight_decay: 0.2, decoupled_weight_decay: true })).toEqual(
      path('adamw', { lr: 0.1, weight_decay: 0.2 }),
    )
  })

  test('a loss of t, m and g does not meet the rule’s own t, m and g', () => {
    for (const letter of ['t', 'm', 'g', 'f', 'v']) {
      const own = first({
        f: `${letter}^2`,
        start: [2],
        steps: 9,
        runs: [{ optimizer: 'adam', hyper: { lr: 0.1 } }],
      })
      expect(own.x).toEqual(
        first({ f: 'x^2', start: [2], steps: 9, runs: [{ optimizer: 'adam', hyper: { lr: 0.1 } }] })
          .x,
      )
    }
  })
})

describe('a trace', () => {
  const trace = first({
    f: 'x^2 + 10*y^2',
    start: [4, -1],
    steps: 7,
    runs: [{ optimizer: 'adam', hyper: { lr: 0.1 } }],
  })

  test('has a row for each point and each step', () => {
    expect(trace.x).toHaveLength(16)
    expect(trace.f).toHaveLength(8)
    expect(trace.grad).toHaveLength(16)
    expect(trace.lr).toEqual(new Float64Array(7).fill(0.1))
    expect(trace.evaluations).toEqual(new Int32Array(7).fill(1))
  })

  test('has a column for each line of the rule, by its name', () => {
    expect(Object.keys(trace.quantities)).toEqual(['m', 'v', 'mhat', 'vhat', 'x'])
    for (const column of Object.values(trace.quantities)) expect(column).toHaveLength(14)
    expect(trace.quantities.x).toEqual(trace.x.slice(2))
  })

  test('ends at the last point that is finite', () => {
    const { x, f, quantities, outcome } = first({
      f: 'x^4',
      start: [3],
      runs: [{ optimizer: 'sgd', hyper: { lr: 1 } }],
    })
    expect(x.every(Number.isFinite)).toBe(true)
    expect(f).toHaveLength(x.length)
    expect(quantities.x).toHaveLength(x.length - 1)
    expect(x.length).toBeLessThan(20)
    expect(outcome.kind).toBe('diverged')
  })

  test('of runs that share a program do not disturb each other', () => {
    const runs = [0.1, 0.2, 0.1].map((lr) => ({ optimizer: 'adam', hyper: { lr } }))
    const [a, b, c] = runExperiment({ f: 'tanhsin', runs }) as [Trace, Trace, Trace]
    expect(a.x).toEqual(c.x)
    expect(a.x).not.toEqual(b.x)
    expect([a, b, c].map((t) => t.label)).toEqual(['Adam', 'Adam 2', 'Adam 3'])
  })

  test('a million steps are a matter of a moment', () => {
    const { x } = first({ f: 'square', steps: 1_000_000, runs: [{ optimizer: 'adam' }] })
    expect(x).toHaveLength(1_000_001)
  })
})

describe('what an adversary found', () => {
  const x = (
    f: string,
    start: number[],
    optimizer: string,
    hyper: NonNullable<RunSpec['hyper']>,
    steps: number,
  ) => first({ f, start, steps, runs: [{ optimizer, hyper }] })

  test('dampening counts only with momentum, as in PyTorch', () => {
    expect(
      [...x('x^2', [1], 'sgd', { lr: 0.1, dampening: 0.5 }, 3).x].map((v) => v.toFixed(3)),
    ).toEqual(['1.000', '0.800', '0.640', '0.512'])
  })

  test.each([
    ['x + sqrt(y)', [1, 0], 'adam', { lr: 0.1 }, 5],
    ['x^2 - y^4', [1, 3], 'sgd', { lr: 1, momentum: 0.9 }, 30],
    ['x^2 + y^2', [1, 0], 'adamax', { lr: 0.1, eps: 0 }, 3],
  ] as const)(
    'every row is finite, whichever coordinate leaves: %s',
    (f, start, optimizer, hyper, steps) => {
      const trace = x(f, [...start], optimizer, hyper, steps)
      expect(trace.x.every(Number.isFinite)).toBe(true)
      expect(trace.f.length).toBeLessThan(steps + 1)
    },
  )

  test('a memory that overflows is no reason to stop while the point is finite', () => {
    const trace = x('1e160*x + y', [1, 1], 'adagrad', { lr: 0.1 }, 5)
    expect(trace.f).toHaveLength(6)
  })

  test('NaN in a condition counts as true, as in PyTorch', () => {
    const trace = x('where(log(x), x^2, x)', [-1], 'sgd', { lr: 0.1 }, 2)
    expect([...trace.x].map((v) => v.toFixed(2))).toEqual(['-1.00', '-0.80', '-0.64'])
  })

  test('an experiment that was changed in place is run as it is now', () => {
    const experiment = { f: 'x^2', start: [1], steps: 2 }
    first(experiment)
    experiment.start = [5]
    expect(first(experiment).x[0]).toBe(5)
  })

  test('slopes near the root of the largest number do not overflow before PyTorch’s do', () => {
    const trace = x('1e155*x', [1], 'rmsprop', { lr: 0.1 }, 1)
    expect(trace.x[1]).toBeCloseTo(0, 12)
  })
})
