import { expect, test } from 'vitest'
import { runExperiment } from '../runs/runExperiment.ts'
import { csv } from './csv.ts'
import { torchScript } from './torch/script.ts'

test('one variable', () => {
  const traces = runExperiment({
    f: '2/R',
    start: [1],
    steps: 1,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.25 } }],
  })
  expect(csv(traces, ['R'])).toBe(
    'run,step,lr,R,f,grad\nSGD,0,0.25,1,2,-2\nSGD,1,,1.5,1.3333333333333333,-0.8888888888888888\n',
  )
})

test('two variables, two runs of one optimizer', () => {
  const runs = [{ optimizer: 'sgd' }, { optimizer: 'sgd', hyper: { lr: 1e-7 } }]
  const text = csv(runExperiment({ f: 'x*y', start: [2, 3], steps: 0, runs }), ['x', 'y'])
  expect(text).toBe('run,step,lr,x,y,f,grad_x,grad_y\nSGD,0,,2,3,6,3,2\nSGD 2,0,,2,3,6,3,2\n')
})

test('a variable called f keeps its name, and no two columns have one', () => {
  const traces = runExperiment({ f: 't^2 + g + f', start: [1, 2, 3], steps: 0 })
  expect(csv(traces, ['f', 'g', 't'])).toBe(
    'run,step,lr,f,g,t,loss,grad_f,grad_g,grad_t\nSGD,0,,1,2,3,12,1,1,6\n',
  )
  expect(csv(runExperiment({ f: 'f^2', start: [1], steps: 0 }), ['f'])).toMatch(
    /^run,step,lr,f,loss,grad\n/,
  )
  expect(torchScript({ f: 'f^2', start: [1] })).toContain("print('run,step,lr,f,loss,grad')")
})

test('every number reads back to the same double', () => {
  const [trace] = runExperiment({
    f: 'tanhsin',
    steps: 20,
    runs: [{ optimizer: 'adam', hyper: { lr: 1e-7 } }],
  })
  const rows = csv([trace as NonNullable<typeof trace>], ['x'])
    .trim()
    .split('\n')
    .slice(1)
  rows.forEach((row, k) => {
    const [, step, , x, f, grad] = row.split(',').map(Number)
    expect([step, x, f, grad]).toEqual([k, trace?.x[k], trace?.f[k], trace?.grad[k]])
  })
})

test('a label with a comma is quoted', () => {
  const [trace] = runExperiment({ f: 'x^2', steps: 0 })
  expect(csv([{ ...(trace as NonNullable<typeof trace>), label: 'mine, "new"' }], ['x'])).toContain(
    '"mine, ""new""",0,',
  )
})
