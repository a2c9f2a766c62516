import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { exerciseSheet } from './exerciseSheet.ts'
import { exercises, isShort } from './exercises.ts'
import { expectLatex } from './test/expectLatex.ts'

const square: Experiment = {
  f: 'x^2',
  start: [3],
  steps: 40,
  noise: 0.2,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
}
const sheetOf = (experiment: Experiment, seed = 0, count = 6) =>
  exerciseSheet(exercises(experiment, { seed, count }), {
    seed,
    link: 'https://a.b/#/curve?f=x%5E2',
  })

test('the answers are what the experiment of each exercise does', () => {
  for (const { experiment, trace } of exercises(square, { seed: 3 })) {
    const [again] = runExperiment(experiment)
    expect([...trace.x]).toEqual([...(again?.x ?? [])])
    expect(trace.f.length).toBe(4)
    // By hand: each step takes 2ηx off.
    const lr = Number(experiment.runs?.[0]?.hyper?.lr)
    for (const k of [0, 1, 2])
      expect(trace.x[k + 1]).toBeCloseTo((trace.x[k] as number) * (1 - 2 * lr), 12)
  }
})

test('the same seed gives the same exercises, another one others', () => {
  const starts = (seed: number) => exercises(square, { seed }).map(({ experiment }) => experiment)
  expect(starts(1)).toEqual(starts(1))
  expect(starts(1)).not.toEqual(starts(2))
})

test('numbers stay short where they can, starts differ, and all of them move', () => {
  for (const seed of [0, 1, 2, 3]) {
    const all = exercises(square, { seed })
    expect(all).toHaveLength(6)
    expect(all.every(isShort)).toBe(true)
    expect(new Set(all.map(({ experiment }) => String(experiment.start))).size).toBe(6)
    for (const { trace } of all) expect(trace.x[1]).not.toBe(trace.x[0])
  }
})

test('another run of a race, a branch too, begins by itself', () => {
  const runs: RunSpec[] = [
    { optimizer: 'sgd', hyper: { lr: 0.1 } },
    { optimizer: 'adam', hyper: { lr: 0.5 }, from: { run: 0, step: 2 } },
  ]
  const all = exercises({ ...square, runs }, { run: 1 })
  expect(all.length).toBeGreaterThan(0)
  for (const { trace } of all) expect(trace.label).toBe('Adam')
})

describe('on a function with parameters', () => {
  const bowl: Experiment = { f: 'bowl', runs: [{ optimizer: 'sgd', hyper: { lr: 0.05 } }] }

  test('each coordinate has something to do at every step, in numbers that are short', () => {
    for (const seed of [0, 1, 2, 3]) {
      const all = exercises(bowl, { seed })
      expect(all).toHaveLength(6)
      for (const exercise of all) {
        const { x } = exercise.trace
        expect([...x.subarray(2)].filter((value, i) => value === x[i])).toEqual([])
        expect(isShort(exercise)).toBe(true)
      }
      const rates = all.map(({ experiment }) => experiment.runs?.[0]?.hyper?.lr)
      expect(new Set(rates).size).toBeGreaterThan(1)
    }
  })

  test('short numbers stand in the place of letters, and what they leave nothing of is gone', () => {
    const sheet = sheetOf(bowl)
    expect(sheet).toContain('f(x, y) = x^2 + 10 y^2$')
    expect(sheet).toContain('\\begin{pmatrix} 2 x_t \\\\ 20 y_t \\end{pmatrix}')
    expect(sheetOf({ f: 'soda', runs: [{ optimizer: 'sgd', hyper: { lr: 5 } }] })).toContain(
      '\\frac{\\pi R^2}{165}',
    )
  })

  test('long ones keep their letters, which are given', () => {
    const turned = sheetOf({ ...bowl, params: { angle: 30 } })
    expect(turned).toContain('c = 0.866')
    expect(turned).not.toContain('\\kappa')
    expect(turned).not.toContain('angle')
  })
})

test('the key has the numbers of the record', () => {
  const [first] = exercises(square, { seed: 1 })
  const { x = new Float64Array() } = first?.trace ?? {}
  const sheet = sheetOf(square, 1)
  const [asked = '', answered = ''] = sheet.split('\\section*{Answers}')
  for (const value of x.slice(1)) expect(answered).toContain(`& ${Number(value.toPrecision(12))} &`)
  expect(asked).toContain(`x_0 = ${x[0]}`)
  expect(sheet).toContain('% Seed 1')
  expect(sheet).not.toContain('Round to')
})

describe.each(optimizers.map(({ id }) => [id]))('a sheet of %s', (optimizer) => {
  test.each([
    ['tanhsin', 1],
    ['rosenbrock', 2],
  ])('on %s is a document that LaTeX can read', (f) => {
    const sheet = sheetOf({ f, runs: [{ optimizer }] }, 0, 2)
    expectLatex(sheet)
    expect(sheet.match(/\\item/g)?.length).toBeGreaterThanOrEqual(2)
  })
})

describe('what a rule counts and remembers is said', () => {
  const on = (spec: RunSpec) => sheetOf({ ...square, noise: 0, runs: [spec] })
  test('t counts from 1, while points begin with 0', () => {
    const sheet = on({ optimizer: 'adam', hyper: { lr: 0.5 } })
    expect(sheet).toContain('in the first one $x_t$ is the start $x_0$, and $x_{t+1}$ is $x_1$.')
    expect(sheet).toContain('What is remembered from step to step is 0 at first.')
  })

  test('a schedule counts the steps done, and its rate is given once', () => {
    const schedule = { kind: 'cosine', T_max: 35, warmup: { steps: 5 } }
    const sheet = on({ optimizer: 'sgd', hyper: { lr: 0.4 }, schedule })
    expect(sheet).toContain('$k$ is the number of steps done before: 0 in the first one.')
    for (const row of sheet.split('\n').filter((line) => line.includes('\\item')))
      expect(row.match(/\\eta =/g)).toHaveLength(1)
  })

  test('plain descent needs no more words', () => {
    const sheet = on({ optimizer: 'sgd', hyper: { lr: 0.4 } })
    expect(sheet).not.toMatch(/counts the steps|steps done|remembered/)
  })
})
