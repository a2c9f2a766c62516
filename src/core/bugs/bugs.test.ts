import { describe, expect, test } from 'vitest'
import data from '../descent/torch/bugs.torch.json'
import type { RunSpec } from '../experiment/experiment.ts'
import { hasPlaceFor } from '../experiment/lookUp.ts'
import { ExperimentError } from '../experimentError.ts'
import type { Trace } from '../index.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { bugs } from './index.ts'

interface Reference {
  readonly optimizer: string
  readonly bugs: readonly string[]
  readonly hyper: NonNullable<RunSpec['hyper']>
  readonly gamma?: number
  readonly expression: string
  readonly start: readonly number[]
  readonly steps: number
  readonly x: readonly (readonly number[])[]
  readonly evaluations: number
  readonly drift: readonly number[]
}

const references = data.runs as unknown as Reference[]
const first = (f: string, start: readonly number[], steps: number, run: RunSpec) =>
  runExperiment({ f, start, steps, runs: [run] })[0] as Trace

describe('bugs do what a training loop with the mistake does', () => {
  test.each(
    references.map((r) => [r.bugs.join(' and '), r.optimizer, JSON.stringify(r.hyper), r] as const),
  )(
    '%s in %s %s',
    (_, optimizer, __, { bugs, hyper, gamma, expression, start, steps, x, evaluations, drift }) => {
      const schedule = gamma && { kind: 'exponential', gamma }
      const run = { optimizer, hyper, bugs, ...(schedule && { schedule }) }
      const trace = first(expression, start, steps, run)
      let tolerance = 1e-12
      let compared = 0
      for (const [k, point] of x.entries()) {
        tolerance = Math.max(tolerance, 100 * (drift[k] as number))
        if (tolerance > 1e-3) break
        compared++
        for (const [i, value] of point.entries()) {
          const difference = Math.abs((trace.x[k * point.length + i] as number) - value)
          expect(difference).toBeLessThanOrEqual(tolerance * (1 + Math.abs(value)))
        }
      }
      expect(compared).toBeGreaterThan(4)
      if (compared === x.length) expect(trace.evaluations.reduce((a, b) => a + b)).toBe(evaluations)
    },
  )

  test('each of them is compared', () => {
    expect(
      bugs.map(({ id }) => id).filter((id) => !references.some((r) => r.bugs.includes(id))),
    ).toEqual([])
  })
})

describe('where a mistake can be made', () => {
  const places: Readonly<Record<string, readonly string[]>> = {
    'no-zero-grad': [
      'sgd adam adamw adamax nadam radam adagrad adadelta rmsprop rprop asgd lbfgs lion',
      'momentum-average rmsprop-inside adam-plain heavy-ball',
    ],
    'no-bias-correction': ['adam adamw adamax nadam radam'],
    'eps-inside': ['adam adamw nadam radam adagrad rmsprop'],
    'l2-decay': ['adam adamw nadam radam lion'],
    'stale-closure': ['lbfgs'],
    'lr-inside': ['sgd rmsprop momentum-average adam-plain'],
  }
  test.each(bugs.map((bug) => [bug.id, bug] as const))('%s', (id, bug) => {
    const found = optimizers.filter((o) => hasPlaceFor(o, bug)).map((o) => o.id)
    expect(found.sort()).toEqual(places[id]?.join(' ').split(' ').sort())
  })

  test.each(bugs.map(({ id }) => [id]))('%s elsewhere is refused in a sentence', (id) => {
    for (const { id: optimizer, name } of optimizers) {
      if (places[id]?.join(' ').split(' ').includes(optimizer)) continue
      const attempt = () => first('x^2', [1], 3, { optimizer, bugs: [id] })
      expect(attempt).toThrow(ExperimentError)
      expect(attempt).toThrow(`${name} has no place for the bug "${id}"`)
    }
  })
})

describe('what the lessons say', () => {
  const path = (run: RunSpec) => first('x^2/20 + tanh(sin(x))', [8], 30, run).x

  test('with a constant rate it does not matter whether it stands inside the velocity', () => {
    for (const optimizer of ['sgd', 'rmsprop', 'momentum-average', 'adam-plain']) {
      const momentum = ['sgd', 'rmsprop'].includes(optimizer) && { momentum: 0.8 }
      const hyper = { lr: 0.05, ...momentum }
      const right = path({ optimizer, hyper })
      path({ optimizer, hyper, bugs: ['lr-inside'] }).forEach((value, k) => {
        expect(value).toBeCloseTo(right[k] as number, 12)
      })
    }
  })

  test('a stale closure carries a start moved by 10⁻¹⁰ somewhere else', () => {
    const stale = (start: number) =>
      first('tanhsin', [start], 20, {
        optimizer: 'lbfgs',
        hyper: { lr: 2 },
        bugs: ['stale-closure'],
      }).x
    const [here, beside] = [stale(8), stale(8 + 1e-10)]
    const shown = [8, -21.5159, 25.4687, -25.3918, 7.6476, -15.0336]
    expect([...here.slice(0, 6)].map((v) => Number(v.toFixed(4)))).toEqual(shown)
    expect(Math.abs((here[2] as number) - (beside[2] as number))).toBeLessThan(1e-3)
    expect(
      Math.max(...here.slice(15).map((v, k) => Math.abs(v - (beside[15 + k] as number)))),
    ).toBeGreaterThan(1)
    const [right] = runExperiment({
      f: 'tanhsin',
      start: [8],
      steps: 1,
      runs: [{ optimizer: 'lbfgs', hyper: { lr: 2, line_search_fn: 'strong_wolfe' } }],
    }) as [Trace]
    expect([right.x[1]?.toFixed(4), right.f[1]?.toFixed(4)]).toEqual(['-1.2805', '-0.6615'])
  })
})
