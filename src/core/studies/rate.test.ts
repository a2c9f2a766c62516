import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { Unreadable } from '../experiment/part.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { readRun } from '../experiment/runText.ts'
import { explain } from '../outcome/telling/explain.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { toItsEnd } from '../work.ts'
import { betterRate } from './rate.ts'

type Case = readonly [f: string, start: readonly number[], steps: number, run: string]

const told = (experiment: Experiment) => {
  const prepared = prepare(experiment)
  const trace = runExperiment(experiment)[0]
  if (!trace) throw new Error('no run')
  return { trace, wish: explain(trace, prepared, prepared.runs[0] as Run).wish }
}

/** What is offered, and how the run ends with it. */
function offered([f, start, steps, text]: Case) {
  const spec = readRun(text)
  if (!spec || spec instanceof Unreadable) throw new Error(`not a run: ${text}`)
  const experiment = (run: RunSpec): Experiment => ({ f, start, steps, runs: [run] })
  const { wish } = told(experiment(spec))
  const rate = wish && toItsEnd(betterRate({ experiment: experiment(spec), run: 0, wish }))
  if (rate === undefined) return { wish }
  const before = told(experiment(spec)).trace
  return {
    wish,
    rate,
    before,
    after: told(experiment({ ...spec, hyper: { ...spec.hyper, lr: rate } })).trace,
  }
}

const named = (cases: readonly Case[]) =>
  cases.map((each) => [`${each[0]} from ${each[1]}, ${each[2]} × ${each[3]}`, each] as const)

describe('no learning rate is offered', () => {
  test.each(
    named([
      ['-x^2', [1], 900, 'sgd(lr=1)'],
      ['x^3 - x', [-0.6], 50, 'sgd(lr=0.1)'],
      ['x*y', [1, 1.5], 300, 'sgd(lr=0.1)'],
      ['x^2 - y^2', [3, 1e-9], 200, 'sgd(lr=0.1)'],
      ['x^2', [3], 300, 'sgd(lr=1.1,maximize)'],
      ['x^2', [3], 300, 'sgd(lr=0.1,momentum=1.1)'],
      ['(x - 5)^2', [0], 50, 'sgd(lr=0.1,bugs=no-zero-grad)'],
      ['-x', [1], 5, 'sgd(lr=1e6)'],
    ]),
  )('where none works: %s', (_, each) => {
    expect(offered(each).rate).toBeUndefined()
  })
})

describe('with the rate that is offered the run ends well', () => {
  test.each(
    named([
      ['1/x', [1], 50, 'sgd(lr=1e-5)'],
      ['exp(-x)', [1], 50, 'sgd(lr=0.01)'],
      ['exp(-x^2 - y^2)', [2, 2], 50, 'sgd(lr=0.1)'],
      ['-x', [1], 50, 'sgd(lr=1e-5)'],
      ['ln(1 + x^2)', [100], 50, 'sgd(lr=1e-4)'],
      ['ln(cosh(x))', [2], 50, 'newton'],
      ['ln(cosh(x))', [2], 2, 'newton'],
      ['exp(x^2)', [3], 60, 'sgd(lr=0.1)'],
      ['x^3 - x', [1], 50, 'sgd(lr=10)'],
      ['rosenbrock', [-1.5, 2], 50, 'sgd(lr=0.01)'],
      ['x^2', [3], 50, 'sgd(lr=1.3)'],
      ['x^2', [3], 50, 'sgd(lr=1e-5)'],
      ['-x^2', [1], 50, 'sgd(lr=1e-6,maximize)'],
    ]),
  )('%s', (_, each) => {
    const { rate, before, after } = offered(each)
    expect(rate).toBeGreaterThan(0)
    const sign = each[3].includes('maximize') ? -1 : 1
    const [start, end] = [after?.f[0], after?.f.at(-1)].map((f) => sign * Number(f))
    expect(end).toBeLessThan(Number(start))
    const outcome = `${after?.outcome.kind}: ${after?.outcome.message}`
    expect(outcome).toMatch(/^(converged|running): /)
    expect(outcome).not.toMatch(/flat ground|rose|too small/)
    if (before?.outcome.kind === 'running') expect(end).toBeLessThan(sign * Number(before.f.at(-1)))
  })
})
