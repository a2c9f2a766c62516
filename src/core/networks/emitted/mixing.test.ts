import { expect, test } from 'vitest'
import { draws } from '../draws.ts'
import { plainMixing } from '../training/batches.ts'
import { emittedMixing } from './mixing.ts'

test.each([
  [2, 0],
  [3, 1],
  [257, 2 ** 32 - 1],
  [1000, 2 ** 53 - 1],
  [20_000, 7],
])('%i points with the seed %i are mixed as by JavaScript', (count, seed) => {
  const plain = plainMixing(count, seed)
  const emitted = emittedMixing(count, { seed, purpose: draws.batches })
  for (const epoch of [0, 1, 2, 10_000, 2 ** 31]) {
    plain.mix(epoch)
    emitted?.mix(epoch)
    expect(emitted?.order.join()).toBe(plain.order.join())
  }
})

test('of fewer than two points there is nothing to mix', () => {
  expect(emittedMixing(1, { seed: 1, purpose: draws.batches })).toBeUndefined()
})
