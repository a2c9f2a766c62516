import { expect, test } from 'vitest'
import { prepareNetwork } from '../../experiment/networkPrepare.ts'
import { effortFor, sampled } from './effort.ts'

const taskOf = (layers: readonly number[], n: number) =>
  prepareNetwork({
    data: { kind: 'spiral', n, seed: 1 },
    split: 1,
    epochs: 1,
    layers,
    runs: [{ optimizer: 'sgd' }],
  })

test('a small network is measured finely over all points, a large one more coarsely over some', () => {
  expect(effortFor(taskOf([8, 8], 500))).toEqual({ size: 129, points: 500 })
  expect(effortFor(taskOf([32, 32], 500))).toEqual({ size: 65, points: 500 })
  const { size, points } = effortFor(taskOf([256, 256, 256], 1000))
  expect(size).toBe(33)
  expect(points).toBeGreaterThan(100)
  expect(points).toBeLessThan(300)
})

test('a sample has points of either class with their own targets, the same for the same seed', () => {
  const task = taskOf([4], 200)
  const { training } = sampled(task, 40, 1).dataset
  expect([training.count, training.inputs.length, training.targets.length]).toEqual([40, 80, 40])
  expect(new Set(training.targets)).toEqual(new Set([0, 1]))
  const { inputs, targets } = task.dataset.training
  const all = Array.from(targets, (target, i) => [inputs[2 * i], inputs[2 * i + 1], target].join())
  training.targets.forEach((target, i) => {
    const row = [training.inputs[2 * i], training.inputs[2 * i + 1], target].join()
    expect(all).toContain(row)
  })
  expect(sampled(task, 40, 1).dataset).toEqual(sampled(task, 40, 1).dataset)
  expect(sampled(task, 40, 2).dataset).not.toEqual(sampled(task, 40, 1).dataset)
  expect(sampled(task, 200, 1)).toBe(task)
})
