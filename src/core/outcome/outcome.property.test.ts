// What an outcome says must be true of the run, and of the same run seen otherwise.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Experiment } from '../experiment/experiment.ts'
import type { ToldTrace } from '../runs/runExperiment.ts'
import { runExperiment } from '../runs/runExperiment.ts'

const functions = [
  'x^2',
  'x^2/20 + tanh(sin(x))',
  'x^4 - 4x^2 + x',
  'abs(x)',
  'cos(x) + x^2/50',
  '1 - exp(-x^2/2)',
  'log(1 + x^2)',
  'x^2 + 10*y^2',
  '(1 - x)^2 + 5*(y - x^2)^2',
  'x^2 - y^2 + y^4/4',
  'exp(x) - 2x + y^2',
]
const optimizers = [
  'sgd',
  'adam',
  'rmsprop',
  'adagrad',
  'nadam',
  'lion',
  'rprop',
  'momentum-average',
  'adam-plain',
  'gd-armijo',
  'newton',
]

const logUniform = (from: number, to: number) =>
  fc
    .double({ min: Math.log(from), max: Math.log(to), noNaN: true })
    .map((value) => Number(Math.exp(value).toPrecision(3)))

const experiments: fc.Arbitrary<Experiment> = fc
  .record({
    f: fc.constantFrom(...functions),
    optimizer: fc.constantFrom(...optimizers),
    lr: logUniform(1e-3, 2),
    momentum: fc.constantFrom(0, 0, 0.5, 0.9),
    start: fc.array(
      fc.integer({ min: -40, max: 40 }).map((v) => v / 10),
      { minLength: 2, maxLength: 2 },
    ),
    steps: fc.integer({ min: 5, max: 400 }),
  })
  .map(({ f, optimizer, lr, momentum, start, steps }) => ({
    f,
    start: f.includes('y') ? start : start.slice(0, 1),
    steps,
    runs: [{ optimizer, hyper: { lr, ...(optimizer === 'sgd' && momentum && { momentum }) } }],
  }))

const only = (experiment: Experiment) => runExperiment(experiment)[0] as ToldTrace
const runs = { seed: 20261129, numRuns: 400 }

describe('an outcome is true', () => {
  test('what has converged does not leave in a longer run', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const { outcome, x, f } = only(experiment)
        fc.pre(outcome.kind === 'converged')
        const d = x.length / f.length
        const end = x.slice(-d)
        const longer = only({ ...experiment, steps: 3 * (experiment.steps ?? 50) })
        const size = 1 + Math.hypot(...end)
        for (let k = f.length - 1; k < longer.f.length; k++) {
          const away = Math.hypot(
            ...longer.x.slice(k * d, (k + 1) * d).map((v, i) => v - (end[i] as number)),
          )
          expect(away).toBeLessThanOrEqual(1e-3 * size)
        }
      }),
      runs,
    )
  })

  test('what is on its way down has not risen over the last tenth', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const { outcome, f } = only(experiment)
        fc.pre(outcome.message.startsWith('Still on the way down'))
        const n = f.length - 1
        for (let k = Math.floor(0.9 * n); k < n; k++)
          expect(f[k + 1]).toBeLessThanOrEqual(f[k] as number)
        expect(f[n]).toBe(Math.min(...f))
      }),
      runs,
    )
  })

  test('nothing that is stuck or converged is on a slope, or leaves it in the next step', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const { outcome, x, f, grad } = only(experiment)
        fc.pre(outcome.kind === 'converged' || outcome.kind === 'stuck')
        const d = x.length / f.length
        expect(Math.hypot(...grad.slice(-d))).toBeLessThanOrEqual(1e-4)
      }),
      runs,
    )
  })
})

describe('an outcome is the same', () => {
  const shifted = (f: string, by: number) => `${f} + ${by}`
  const scaled = (f: string, by: number) =>
    f.replace(/(?<![a-z])[xy](?![a-z])/g, (letter) => `(${letter}/${by})`)
  /** A search that compares losses is decided by their rounding, and so is what happens on a kink. */
  const smooth = experiments.filter(
    ({ f, steps = 0, runs: [run] = [] }) =>
      !f.includes('abs') && steps >= 10 && run?.optimizer !== 'gd-armijo',
  )

  test('wherever f begins to count', () => {
    fc.assert(
      fc.property(smooth, fc.constantFrom(8, -64, 1024), (experiment, by) => {
        const [here, there] = [experiment, { ...experiment, f: shifted(experiment.f, by) }].map(
          only,
        )
        expect(there?.outcome.kind).toBe(here?.outcome.kind)
        expect(there?.outcome.step).toBe(here?.outcome.step)
      }),
      { ...runs, numRuns: 300 },
    )
  })

  test('in whatever unit x is measured', () => {
    fc.assert(
      fc.property(smooth, fc.constantFrom(0.5, 2, 4), (experiment, by) => {
        const run = experiment.runs?.[0]
        fc.pre(run?.optimizer === 'sgd')
        const there = only({
          ...experiment,
          f: scaled(experiment.f, by),
          start: experiment.start?.map((v) => v * by) ?? [],
          runs: [
            { optimizer: 'sgd', hyper: { ...run?.hyper, lr: Number(run?.hyper?.lr) * by * by } },
          ],
        })
        const here = only(experiment)
        // What is about to settle does so a few steps sooner or later: the limits have a unit.
        const settled = ['converged', 'stuck']
        const pair = [here.outcome.kind, there.outcome.kind]
        const isBorderline = pair.some((k) => settled.includes(k)) && pair.includes('running')
        if (!isBorderline) expect(pair[0]).toBe(pair[1])
      }),
      { ...runs, numRuns: 600 },
    )
  })
})
