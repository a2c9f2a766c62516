import { describe, expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { latexOf } from './latex.ts'

function latex(spec: RunSpec, k = 2): string {
  const experiment: Experiment = { f: 'tanhsin', start: [8], steps: 8, runs: [spec] }
  const prepared = prepare(experiment)
  return latexOf(prepared, prepared.runs[0] as Run, runExperiment(experiment)[0] as Trace, k)
}

describe.each(optimizers.map((o) => o.id))('%s', (optimizer) => {
  const text = latex({ optimizer, hyper: { lr: 0.1 } })

  test('is two aligned blocks with balanced braces', () => {
    expect(text.match(/\\begin\{align\*\}/g)).toHaveLength(2)
    expect(text.match(/\\end\{align\*\}/g)).toHaveLength(2)
    expect(text.match(/(?<!\\)\{/g)?.length).toBe(text.match(/(?<!\\)\}/g)?.length)
  })

  test('holds nothing that only the page understands', () => {
    expect(text).not.toMatch(/htmlData|undefined|NaN|·|⁻/)
  })
})

test('gradient descent, as it would be written by hand', () => {
  expect(latex({ optimizer: 'sgd', hyper: { lr: 0.5 } }, 0)).toBe(`% SGD
\\begin{align*}
  g_t &= f'(x_t) = \\frac{x_t}{10} + \\cos(x_t) (1 - \\tanh^2(\\sin x_t)) \\\\
  x_{t+1} &= x_t - \\eta g_t
\\end{align*}
% Step 0 to 1
\\begin{align*}
  g_t &= f'(8) = 0.7379 \\\\
  x_{t+1} &= 8 - 0.5 \\cdot 0.7379 = 7.631
\\end{align*}
`)
})

test('a schedule is part of it', () => {
  const text = latex({
    optimizer: 'sgd',
    hyper: { lr: 1 },
    schedule: { kind: 'exponential', gamma: 0.5 },
  })
  expect(text).toContain('\\eta_t &= \\eta \\gamma^k')
  expect(text).toContain('1 \\cdot 0.5^2 = 0.25')
})

describe('two variables are vectors', () => {
  const two = (spec: RunSpec): string => {
    const experiment: Experiment = { f: 'x^2 + 3*y', start: [2, 5], steps: 2, runs: [spec] }
    const prepared = prepare(experiment)
    return latexOf(prepared, prepared.runs[0] as Run, runExperiment(experiment)[0] as Trace, 0)
  }

  test('gradient descent', () => {
    expect(two({ optimizer: 'sgd', hyper: { lr: 0.1 } })).toBe(`% SGD
\\begin{align*}
  \\mathbf{g}_t &= \\nabla f(\\mathbf{x}_t) = \\begin{pmatrix} 2 x_t \\\\ 3 \\end{pmatrix} \\\\
  \\mathbf{x}_{t+1} &= \\mathbf{x}_t - \\eta \\mathbf{g}_t
\\end{align*}
% Step 0 to 1
\\begin{align*}
  \\mathbf{g}_t &= \\nabla f(2, 5) = \\begin{pmatrix} 4 \\\\ 3 \\end{pmatrix} \\\\
  \\mathbf{x}_{t+1} &= \\begin{pmatrix} 2 - 0.1 \\cdot 4 \\\\ 5 - 0.1 \\cdot 3 \\end{pmatrix} = \\begin{pmatrix} 1.6 \\\\ 4.7 \\end{pmatrix}
\\end{align*}
`)
  })

  test.each(optimizers.map((o) => [o.id]))('%s holds nothing undefined', (optimizer) => {
    const text = two({ optimizer, hyper: { lr: 0.1 } })
    expect(text).not.toMatch(/htmlData|undefined|NaN|·|⁻/)
    expect(text.match(/(?<!\\)\{/g)?.length).toBe(text.match(/(?<!\\)\}/g)?.length)
  })
})

test('noise is part of the gradient, whose number has it in it', () => {
  const experiment: Experiment = {
    f: 'x^2',
    start: [2],
    steps: 1,
    noise: 0.5,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
  }
  const prepared = prepare(experiment)
  const trace = runExperiment(experiment)[0] as Trace
  const text = latexOf(prepared, prepared.runs[0] as Run, trace, 0)
  expect(text).toContain("g_t &= f'(x_t) + \\xi_t = 2 x_t + \\xi_t")
  const shown = /f'\(2\) \+ \\xi_t = (-?[\d.]+)/.exec(text)?.[1]
  expect(Number(shown)).toBeCloseTo(4 + (trace.noise?.[0] ?? Number.NaN), 3)
  expect(Number(shown)).not.toBe(4)
})
