import { expect, test } from 'vitest'
import type { Trace } from '../../core/descent/trace.ts'
import { prepare, type Run } from '../../core/experiment/prepare.ts'
import { runExperiment } from '../../core/runs/runExperiment.ts'
import { columnsOf } from './columns.ts'

function columns(f: string, start: number[], optimizer: string) {
  const experiment = { f, start, steps: 3, runs: [{ optimizer, hyper: { lr: 0.1 } }] }
  const { runs, loss } = prepare(experiment)
  const trace = runExperiment(experiment)[0] as Trace
  return { trace, all: columnsOf(trace, loss.variables, (runs[0] as Run).rule) }
}

test('one variable: step, point, loss, gradient, the quantities of the rule, the step taken', () => {
  const { all } = columns('R^2', [3], 'momentum-average')
  expect(all.map(({ name, text, latex }) => [name, text, latex])).toEqual([
    ['k', 'step', '\\text{step}'],
    ['x', 'R', 'R'],
    ['f', 'f(R)', 'f(R)'],
    ['g', 'gradient', 'g'],
    ['m', 'm', 'm'],
    ['step', 'step taken', '\\Delta R'],
  ])
})

test('a variable called f is told from the loss', () => {
  const { all } = columns('f^2 + x', [3, 1], 'sgd')
  const heads = all.map(({ latex }) => latex)
  expect(new Set(heads).size).toBe(heads.length)
  expect(heads.slice(1, 6)).toEqual([
    'f',
    'x',
    '\\mathrm{loss}(f, x)',
    '\\partial \\mathrm{loss}/\\partial f',
    '\\partial \\mathrm{loss}/\\partial x',
  ])
  expect(all[3]?.text).toBe('loss(f, x)')
})

test('two variables: a column for each coordinate, both with the name of their quantity', () => {
  const { all } = columns('x^2 + 3*y', [3, 1], 'adamax')
  expect(all.map(({ name, latex }) => [name, latex])).toEqual([
    ['k', '\\text{step}'],
    ['x', 'x'],
    ['x', 'y'],
    ['f', 'f(x, y)'],
    ['g', '\\partial f/\\partial x'],
    ['g', '\\partial f/\\partial y'],
    ['m', 'm_x'],
    ['m', 'm_y'],
    ['u', 'u_x'],
    ['u', 'u_y'],
    ['step', '\\Delta x'],
    ['step', '\\Delta y'],
  ])
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
})

test('each cell is of its own step and coordinate', () => {
  const { all } = columns('x^2 + 3*y', [3, 1], 'momentum-average')
  const cells = (name: string, k: number) =>
    all.filter((column) => column.name === name).map(({ value }) => value(k))
  expect(cells('g', 0)).toEqual([6, 3])
  // m = (1 − 0.9)·g in the first step, and the step is −0.1·m.
  expect(cells('m', 0).map((m) => (m as number).toFixed(12))).toEqual(
    [0.6, 0.3].map((m) => m.toFixed(12)),
  )
  expect(cells('step', 0).map((step) => (step as number).toFixed(12))).toEqual(
    [-0.06, -0.03].map((step) => step.toFixed(12)),
  )
  expect(cells('step', 3)).toEqual([undefined, undefined])
})

test('what all coordinates share has one column', () => {
  const { all } = columns('x*y', [3, 1], 'asgd')
  const named = (name: string) => all.filter((column) => column.name === name)
  expect([named('eta').length, named('xbar').length]).toEqual([1, 2])
})
