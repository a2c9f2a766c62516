// Against the slopes of single points, written down one by one.
import { describe, expect, test } from 'vitest'
import { type LossName, lossNames } from '../losses.ts'
import { type Examples, lossOf, networkOf, rowsOf } from './model.ts'
import { roseOf } from './rose.ts'

const count = 24
const model = {
  architecture: { inputs: 2, hidden: [4, 3], activations: ['tanh', 'elu'] as const, outputs: 2 },
  parameters: Float32Array.from({ length: 35 }, (_, i) => Math.sin(2 * i + 1)),
}
const examplesOf = (loss: LossName, n = count): Examples => ({
  count: n,
  inputs: Float64Array.from({ length: 2 * n }, (_, i) => Math.cos(3 * i)),
  targets:
    loss === 'mse'
      ? Float64Array.from({ length: 2 * n }, (_, i) => Math.sin(i * i))
      : Float64Array.from({ length: n }, (_, i) => i % 2),
})

function slopesOf(loss: LossName) {
  const examples = examplesOf(loss)
  return Array.from({ length: count }, (_, i) => {
    const network = networkOf(model, 1)
    lossOf(network, rowsOf(examples, i, i + 1), { loss, slopes: true })
    return Array.from(network.gradient)
  })
}
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)

describe.each(lossNames)('the rose with %s', (loss) => {
  const slopes = slopesOf(loss)
  const mean = (slopes[0] as number[]).map(
    (_, k) => slopes.reduce((sum, slope) => sum + (slope[k] as number), 0) / count,
  )
  const norm = Math.sqrt(dot(mean, mean))
  const rose = roseOf(model, { examples: examplesOf(loss), loss })
  const rests = slopes.map((slope) => {
    const share = dot(slope, mean) / norm ** 2
    return slope.map((value, k) => value - share * (mean[k] as number))
  })

  test('has the batch’s slope as its axis', () => {
    expect(rose.meanNorm).toBeCloseTo(norm, 12)
    slopes.forEach((slope, i) => {
      expect(rose.along[i]).toBeCloseTo(dot(slope, mean) / norm ** 2, 10)
    })
    expect(rose.along.reduce((a, b) => a + b) / count).toBeCloseTo(1, 10)
  })

  test('opens in the direction in which what is left differs most', () => {
    // The direction is what the reaches make of the rests; no other has larger squares.
    const direction = mean.map((_, k) =>
      rests.reduce((sum, rest, i) => sum + (rest[k] as number) * (rose.across[i] as number), 0),
    )
    const size = Math.sqrt(dot(direction, direction))
    const along = (d: readonly number[]) => {
      const own = Math.sqrt(dot(d, d))
      return rests.map((rest) => dot(rest, d) / own)
    }
    const reached = along(direction)
    const squares = dot(reached, reached)
    expect(size).toBeGreaterThan(0)
    reached.forEach((reach, i) => {
      expect(rose.across[i]).toBeCloseTo(reach / norm, 4)
    })
    for (const other of rests)
      expect(dot(along(other), along(other))).toBeLessThan(squares * 1.000001)
    for (let k = 0; k < 35; k++) {
      const axis = along(mean.map((_, j) => Number(j === k)))
      expect(dot(axis, axis)).toBeLessThanOrEqual(squares * 1.000001)
    }
  })

  test('says how noisy the slope of a single point is', () => {
    const squares = slopes.reduce((sum, slope) => {
      const off = slope.map((value, k) => value - (mean[k] as number))
      return sum + dot(off, off)
    }, 0)
    expect(rose.spread).toBeCloseTo(Math.sqrt(squares / (count - 1)) / norm, 10)
  })
})

test('a single point is its own mean', () => {
  const { along, across, spread } = roseOf(model, { examples: examplesOf('mse', 1), loss: 'mse' })
  expect(along[0]).toBeCloseTo(1, 12)
  expect([across[0], spread]).toEqual([0, expect.closeTo(0, 6)])
})

test('shows at most 200 points, spread over the batch', () => {
  const { along } = roseOf(model, { examples: examplesOf('mse', 500), loss: 'mse' })
  expect(along).toHaveLength(200)
  expect(along.reduce((a, b) => a + b) / 200).toBeCloseTo(1, 1)
})

test('a slope of 0 has no direction, and nothing is undefined', () => {
  const zeros = { ...model, parameters: new Float32Array(35) }
  const examples = { ...examplesOf('mse', 2), targets: Float64Array.of(1, 2, -1, -2) }
  const { meanNorm, along, across, spread } = roseOf(zeros, { examples, loss: 'mse' })
  expect(meanNorm).toBe(0)
  expect([...along]).toEqual([0, 0])
  expect(Math.abs(across[0] as number)).toBeCloseTo(Math.sqrt(5), 12)
  expect(spread).toBeCloseTo(Math.sqrt(10), 12)
})
