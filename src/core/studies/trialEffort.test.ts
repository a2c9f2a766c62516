import { expect, test } from 'vitest'
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { prepareNetwork } from '../experiment/networkPrepare.ts'
import { trialEffort } from './trialEffort.ts'

const small: NetworkExperiment = {
  data: { kind: 'circle', n: 100 },
  layers: [8, 8],
  batch: 20,
  epochs: 40,
  runs: [{ optimizer: 'adam' }],
}

function effortOf(experiment: NetworkExperiment, times = 1) {
  const task = prepareNetwork(experiment)
  const [run] = task.runs
  if (!run) throw new Error('There is no run')
  return trialEffort(task, run, { batch: task.pace.most, times })
}

test('a small network is trained whole with every rate', () => {
  expect(effortOf(small)).toEqual({ rates: 33, epochs: 40, points: 80 })
})

test('a long training is cut short, and twice the time is twice the epochs', () => {
  const long = { ...small, epochs: 100_000 }
  const { rates, epochs, points } = effortOf(long)
  expect([rates, points]).toEqual([33, 80])
  expect(epochs).toBeGreaterThan(20)
  expect(epochs).toBeLessThan(2000)
  const twice = effortOf(long, 2).epochs
  expect(Math.abs(twice - 2 * epochs)).toBeLessThanOrEqual(1)
})

test('of a larger network fewer rates are tried, and at last fewer points', () => {
  const efforts = [64, 128, 256].map((units) =>
    effortOf({
      ...small,
      data: { kind: 'circle', n: 5000 },
      layers: Array<number>(4).fill(units),
      epochs: 20,
    }),
  )
  expect(efforts.map(({ rates }) => rates)).toEqual([9, 9, 9])
  const points = efforts.map((effort) => effort.points)
  expect(points).toEqual([...points].sort((a, b) => b - a))
  expect(points[2]).toBeLessThan(4000)
  expect(points[2]).toBeGreaterThan(0)
  expect(efforts[2]?.epochs).toBe(1)
})
