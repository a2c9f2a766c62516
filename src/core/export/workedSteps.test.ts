import { expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { expectLatex } from './test/expectLatex.ts'
import { mostWorked, workedSteps } from './workedSteps.ts'

function worked(experiment: Experiment, count: number): string {
  const prepared = prepare(experiment)
  const traces = runExperiment(experiment)
  const at = () => ({ run: prepared.runs[0] as Run, trace: traces[0] as Trace })
  return workedSteps(prepared, { at, count, link: 'https://a.b/#/curve?f=x%5E2' })
}

const stepsIn = (text: string) => text.match(/\\textbf\{Step \d+\}/g)?.length

test('each step has the formula with its numbers, and the loss that it arrives at', () => {
  const text = worked(
    { f: 'x^2', start: [2], steps: 5, runs: [{ optimizer: 'sgd', hyper: { lr: 0.25 } }] },
    2,
  )
  expectLatex(text)
  expect(stepsIn(text)).toBe(2)
  expect(text).toContain('f(x) = x^2$')
  expect(text).toContain('$x_0 = 2$')
  expect(text).toContain('$\\eta = 0.25$')
  expect(text).toContain('x_{t+1} &= 2 - 0.25 \\cdot 4 = 1')
  expect(text).toContain('x_{t+1} &= 1 - 0.25 \\cdot 2 = 0.5')
  expect(text).toContain('f(x_2) = 0.25')
})

test('there are no more of them than were taken, nor than anyone works out', () => {
  const experiment = (steps: number): Experiment => ({
    f: 'x^2',
    start: [2],
    steps,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
  })
  expect(stepsIn(worked(experiment(3), 9))).toBe(3)
  expect(stepsIn(worked(experiment(50), 50))).toBe(mostWorked)
  expectLatex(worked(experiment(0), 3))
})

test.each(optimizers.map(({ id }) => [id]))('%s is a document that LaTeX can read', (optimizer) => {
  for (const f of ['tanhsin', 'rosenbrock']) {
    const text = worked({ f, steps: 4, runs: [{ optimizer }] }, 4)
    expectLatex(text)
    expect(stepsIn(text)).toBeGreaterThan(0)
  }
})
