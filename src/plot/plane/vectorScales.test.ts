import { describe, expect, test } from 'vitest'
import { type Vector, vectorsOf } from '../../core/analysis/vectors.ts'
import type { Trace } from '../../core/descent/trace.ts'
import type { RunSpec } from '../../core/experiment/experiment.ts'
import { prepare, type Run } from '../../core/experiment/prepare.ts'
import { runExperiment } from '../../core/runs/runExperiment.ts'
import { viewOf } from '../view.ts'
import { ownScales, pixelsOf, sharedScale, sizeOf } from './vectorScales.ts'

const margins = { top: 10, right: 10, bottom: 10, left: 10 }
const view = viewOf({ width: 820, height: 620, text: 13 }, { x: [-4, 4], y: [-3, 3] }, margins)
const steps = 100

function ran(spec: RunSpec, f = 'x^2/2 + 5*y^2/2', start = [2, 1]) {
  const experiment = { f, start, steps, runs: [spec] }
  return {
    run: prepare(experiment).runs[0] as Run,
    trace: runExperiment(experiment)[0] as Trace,
  }
}

const adam = ran({ optimizer: 'adam', hyper: { lr: 0.1 } })
const all = ({ run, trace }: typeof adam): Vector[] =>
  Array.from({ length: steps }, (_, k) => vectorsOf(run, trace, k)).flat()

describe('a scale for each', () => {
  const scales = ownScales(adam.run, adam.trace, view)
  const lengths = (name: string) =>
    all(adam)
      .filter((vector) => vector.name === name)
      .map((vector) => sizeOf(vector) * Number(scales(vector)))
      .sort((a, b) => a - b)

  test.each(['g', 'm', 'v', 'mhat', 'vhat'])('draws %s 90 pixels long where it is long', (name) => {
    const sorted = lengths(name)
    expect(sorted[89]).toBeCloseTo(90, 9)
    expect(sorted[99]).toBeGreaterThanOrEqual(90)
  })

  test('is the same in every step, so that lengths compare', () => {
    const factors = new Map<string, Set<unknown>>()
    for (const vector of all(adam))
      factors.set(vector.name, (factors.get(vector.name) ?? new Set()).add(scales(vector)))
    expect([...factors.values()].every(({ size }) => size === 1)).toBe(true)
  })

  test('leaves the step to the axes, so that it ends where it leads', () => {
    const { x } = adam.trace
    const step = vectorsOf(adam.run, adam.trace, 3).find(({ name }) => name === 'x') as Vector
    expect(scales(step)).toBe('axes')
    const [across, down] = pixelsOf(step, scales(step), view)
    expect(view.x(x[6] as number) + across).toBeCloseTo(view.x(x[8] as number), 9)
    expect(view.y(x[7] as number) + down).toBeCloseTo(view.y(x[9] as number), 9)
  })

  test('is smaller where there is less room', () => {
    const small = viewOf({ width: 320, height: 220, text: 13 }, { x: [-4, 4], y: [-3, 3] }, margins)
    const [vector] = vectorsOf(adam.run, adam.trace, 0) as [Vector]
    const ratio = Number(ownScales(adam.run, adam.trace, small)(vector)) / Number(scales(vector))
    expect(ratio).toBeCloseTo(50 / 90, 9)
  })

  test('makes dots of what is always 0, and fits what only another run has', () => {
    const { run, trace } = ran({ optimizer: 'sgd', hyper: { lr: 0.1 } }, 'x + 0*y')
    const other = { ...(vectorsOf(run, trace, 0)[0] as Vector), name: 'q', value: [3, 4] as const }
    expect(ownScales(run, trace, view)(other)).toBeCloseTo(90 / 5, 9)
    expect(ownScales(run, trace, view)({ ...other, value: [0, 0] })).toBe(0)
  })
})

describe('one scale for all', () => {
  test('makes the largest a third of the plot, and the step as long as it is beside it', () => {
    const scale = sharedScale(adam.run, adam.trace, view)
    const factors = new Set(all(adam).map(scale))
    expect(factors.size).toBe(1)
    const pixels = Number([...factors][0])
    const usual = ['g', 'm', 'v', 'mhat', 'vhat', 'x'].map((name) => {
      const sizes = all(adam).filter((vector) => vector.name === name)
      return sizes.map(sizeOf).sort((a, b) => a - b)[89] as number
    })
    expect(pixels * Math.max(...usual)).toBeCloseTo(0.35 * 600, 9)
  })

  test('looks all along a long path', () => {
    const experiment = { f: 'x^2 + y^2', start: [1e-3, 0], steps: 5000 }
    const written = { optimizer: 'custom', rule: 'x = x + lr*g', hyper: { lr: 1e-3 } }
    const prepared = prepare({ ...experiment, runs: [written] })
    const trace = runExperiment({ ...experiment, runs: [written] })[0] as Trace
    const pixels = Number(sharedScale(prepared.runs[0] as Run, trace, view)({} as Vector))
    // The gradient grows by 1.002 in each step: its 90 % quantile is that of step 4,500.
    const large = 2e-3 * 1.002 ** 4500
    expect((pixels * large) / (0.35 * 600)).toBeGreaterThan(0.95)
    expect((pixels * large) / (0.35 * 600)).toBeLessThan(1.1)
  })
})
