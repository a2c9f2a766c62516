import { describe, expect, test } from 'vitest'
import { numberOf } from '../descent/recorded.ts'
import type { Trace } from '../descent/trace.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { parse } from '../language/parse.ts'
import { evaluate } from '../language/program.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { exactLine } from './exactLine.ts'
import { formulaOf } from './formula.ts'

const steps = 6
const never = () => Number.NaN

describe.each(optimizers.map((o) => o.id))('%s', (optimizer) => {
  const experiment = { f: 'tanhsin', steps, runs: [{ optimizer, hyper: { lr: 0.3 } }] }
  const run = prepare(experiment).runs[0] as Run
  const trace = runExperiment(experiment)[0] as Trace

  test('each line, read back and computed, gives its result with every digit', () => {
    for (const line of formulaOf(run.rule, { variables: ['x'], coordinate: 0 })) {
      for (let k = 0; k < steps; k++) {
        const text = exactLine(line, (source) => numberOf(source, trace, run, k))
        const [, ...sides] = text?.split(' = ') ?? []
        const values = sides.map((side) => evaluate(parse(side), never))
        for (const value of values)
          expect(Math.abs(value - (values.at(-1) as number))).toBeLessThan(1e-14)
      }
    }
  })
})

test('what a line shows', () => {
  const experiment = {
    f: 'x^2',
    start: [2],
    steps: 1,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
  }
  const run = prepare(experiment).runs[0] as Run
  const trace = runExperiment(experiment)[0] as Trace
  const lines = formulaOf(run.rule, { variables: ['x'], coordinate: 0 })
  expect(lines.map((line) => exactLine(line, (s) => numberOf(s, trace, run, 0)))).toEqual([
    'x = 2 - 0.1*4 = 1.6',
  ])
})

describe('with two variables', () => {
  const experiment = {
    f: 'x^2 + 3*y',
    start: [2, 5],
    steps: 2,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.5 } }],
  }
  const run = prepare(experiment).runs[0] as Run
  const trace = runExperiment(experiment)[0] as Trace
  const texts = (coordinate: number | 'all') =>
    formulaOf(run.rule, { variables: ['x', 'y'], coordinate }).map((line) =>
      exactLine(line, (source, i) => numberOf(source, trace, run, 0, i)),
    )

  test('a vector has a line for each coordinate', () => {
    expect(texts('all')).toEqual([
      'b_x = 0.5*0 + 4 = 4\nb_y = 0.5*0 + 3 = 3',
      'x = 2 - 0.1*4 = 1.6\ny = 5 - 0.1*3 = 4.7',
    ])
  })

  test('a coordinate has its own', () => {
    expect(texts(1)).toEqual(['b_y = 0.5*0 + 3 = 3', 'y = 5 - 0.1*3 = 4.7'])
  })
})
