import { expect, test } from 'vitest'
import { double } from '../floats.ts'
import { dealer, plainMixing } from './batches.ts'

const count = 23
const rows = {
  count,
  inputs: Float64Array.from({ length: 2 * count }, (_, i) => i),
  targets: Float64Array.from({ length: count }, (_, i) => -i),
}

/** What each batch of an epoch has, point by point. */
function dealt(batch: number, shuffle: boolean, epochs: readonly number[] = [0]) {
  const dealing = dealer(rows, { most: batch, shuffle, seed: 5 }, double)
  return epochs.map((epoch) => {
    dealing.putAt({ epoch, done: 0 })
    return Array.from({ length: Math.ceil(count / batch) }, () => {
      const { x, targets, rows } = dealing.deal(batch)
      const points = Array.from({ length: rows }, (_, r) => [x[2 * r], x[2 * r + 1], targets[r]])
      dealing.goOn()
      return points
    })
  })
}

const point = (i: number) => [2 * i, 2 * i + 1, -i]

test('in order, what is left is the last batch', () => {
  const [batches] = dealt(10, false)
  expect(batches?.map(({ length }) => length)).toEqual([10, 10, 3])
  expect(batches?.flat()).toEqual(Array.from({ length: count }, (_, i) => point(i)))
})

test('shuffled, each epoch has an order of its own, whatever the batches', () => {
  const epochs = [0, 1, 7]
  const mixing = plainMixing(count, 5)
  const wanted = epochs.map((epoch) => {
    mixing.mix(epoch)
    return [...mixing.order].map(point)
  })
  for (const batch of [1, 10, 22])
    expect(dealt(batch, true, epochs).map((batches) => batches.flat())).toEqual(wanted)
  expect(new Set(mixing.order).size).toBe(count)
  expect(wanted[0]).not.toEqual(wanted[1])
})

test('all points are one batch, in order', () => {
  expect(dealt(count, true).flat(2)).toEqual(Array.from({ length: count }, (_, i) => point(i)))
})
