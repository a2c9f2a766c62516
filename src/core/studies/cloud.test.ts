import { describe, expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { ExperimentError } from '../experimentError.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { toItsEnd } from '../work.ts'
import { type Cloud, type CloudSpec, cloud } from './cloud.ts'

const whole = (spec: CloudSpec): Cloud => toItsEnd(cloud(spec))

const sgd = (lr: number, hyper = {}) => [{ optimizer: 'sgd', hyper: { lr, ...hyper } }]
const bowl: Experiment = { f: 'x^2/2', start: [3], steps: 60, noise: 0.8, seed: 5, runs: sgd(0.4) }

/** Six standard errors of a variance that many independent draws were taken for. */
const close = (variance: number, draws: number) => 6 * variance * Math.sqrt(2 / draws)

describe('a cloud of repeats', () => {
  test('is the run with one seed after the other', () => {
    const { paths, n, d } = whole({ experiment: bowl, run: 0, repeats: 4 })
    expect({ n, d }).toEqual({ n: 60, d: 1 })
    paths.forEach((path, r) => {
      expect(path).toEqual((runExperiment({ ...bowl, seed: 5 + r })[0] as Trace).x)
    })
  })

  test('after the largest seed goes on with 0', () => {
    const last = Number.MAX_SAFE_INTEGER
    const { paths } = whole({ experiment: { ...bowl, seed: last }, run: 0, repeats: 3 })
    const again = [last, 0, 1].map((seed) => runExperiment({ ...bowl, seed })[0]?.x)
    expect(paths).toEqual(again)
  })

  test.each([0.1, 0.4, 1, 1.7])(
    'of SGD on x²/2 has the stationary variance η·σ²/(2 − η), η = %f',
    (lr) => {
      const [repeats, noise] = [4000, 0.8]
      const { spread, n } = whole({ experiment: { ...bowl, runs: sgd(lr) }, run: 0, repeats })
      const expected = (lr * noise ** 2 * (1 - (1 - lr) ** (2 * n))) / (2 - lr)
      expect(Math.abs((spread[n] as number) - expected)).toBeLessThan(close(expected, repeats))
    },
  )

  test('of SGD on x²/2 has the mean path of the run without noise', () => {
    const repeats = 2000
    const { mean, spread, f } = whole({ experiment: bowl, run: 0, repeats })
    const { x } = runExperiment({ ...bowl, noise: 0 })[0] as Trace
    for (let k = 0; k <= 60; k++) {
      const variance = spread[k] as number
      const off = Math.abs((mean[k] as number) - (x[k] as number))
      expect(off).toBeLessThanOrEqual(6 * Math.sqrt(variance / repeats))
      // The mean of a square is the square of the mean, and the variance.
      const square = (mean[k] as number) ** 2 + (variance * (repeats - 1)) / repeats
      expect(f[k]).toBeCloseTo(square / 2, 10)
    }
  })

  test('has the covariance of two coordinates, row by row', () => {
    const repeats = 5
    const experiment = { ...bowl, f: 'x^2 + x*y + y^2', start: [1, -1], steps: 9, runs: sgd(0.1) }
    const { paths, mean, spread, fSpread } = whole({ experiment, run: 0, repeats })
    const k = 9
    const at = (path: Float64Array, i: number) => path[2 * k + i] as number
    const average = (of: (path: Float64Array) => number) =>
      paths.reduce((sum, path) => sum + of(path), 0) / repeats
    for (const i of [0, 1]) {
      expect(mean[2 * k + i]).toBeCloseTo(
        average((path) => at(path, i)),
        12,
      )
      for (const j of [0, 1]) {
        const product = average((path) => at(path, i) * at(path, j))
        const apart = product - average((p) => at(p, i)) * average((p) => at(p, j))
        expect(spread[4 * k + 2 * i + j]).toBeCloseTo((apart * repeats) / (repeats - 1), 12)
      }
    }
    const f = paths.map((p) => at(p, 0) ** 2 + at(p, 0) * at(p, 1) + at(p, 1) ** 2)
    const middle = f.reduce((a, b) => a + b, 0) / repeats
    const variance = f.reduce((a, b) => a + (b - middle) ** 2, 0) / (repeats - 1)
    expect(fSpread[k]).toBeCloseTo(Math.sqrt(variance), 12)
  })

  test('without noise, or of one repeat, spreads by exactly nothing', () => {
    const still = { ...bowl, f: 'x^2 + x*y + y^2', start: [0.1, 0.7], noise: 0 }
    for (const made of [
      whole({ experiment: still, run: 0, repeats: 7 }),
      whole({ experiment: bowl, run: 0, repeats: 1 }),
    ]) {
      expect(made.spread.every((value) => value === 0)).toBe(true)
      expect(made.fSpread.every((value) => value === 0)).toBe(true)
      expect(made.mean).toEqual(made.paths[0])
    }
  })

  test('ends by the minima of the loss; what diverged is elsewhere', () => {
    const experiment = { ...bowl, f: 'ridge', start: [0], noise: 0.5, runs: sgd(0.3) }
    const { ends, paths } = whole({ experiment, run: 0, repeats: 200 })
    const left = paths.filter((path) => (path.at(-1) as number) < 0).length
    expect(ends).toEqual([
      { minimum: 0, count: left },
      { minimum: 1, count: 200 - left },
    ])
    // By symmetry half of them; six standard errors.
    expect(Math.abs(left - 100)).toBeLessThan(6 * Math.sqrt(200 / 4))
    const wild = whole({ experiment: { ...experiment, runs: sgd(30) }, run: 0, repeats: 5 })
    expect(wild.ends.at(-1)).toEqual({ minimum: -1, count: 5 })
    expect(wild.n).toBe(Math.min(...wild.paths.map((path) => path.length)) - 1)
    expect(wild.mean).toHaveLength(wild.n + 1)
  })

  test('of a branch begins with the noise of the run before it', () => {
    const runs = [
      ...sgd(0.1),
      { optimizer: 'adam', hyper: { lr: 0.1 }, from: { run: 0, step: 20 } },
    ]
    const { paths } = whole({ experiment: { ...bowl, runs }, run: 1, repeats: 2 })
    paths.forEach((path, r) => {
      expect(path).toEqual(runExperiment({ ...bowl, runs, seed: 5 + r })[1]?.x)
    })
  })

  test('breathes', () => {
    const work = cloud({ experiment: { ...bowl, steps: 2000 }, run: 0, repeats: 50 })
    let breaths = 0
    while (!work.next().done) breaths++
    expect(breaths).toBeGreaterThan((3 * 50 * 2000) / 5000)
  })

  test('that cannot start says so', () => {
    const experiment = { ...bowl, noise: -1 }
    expect(() => whole({ experiment, run: 0, repeats: 2 })).toThrow(ExperimentError)
  })
})
