import { expect, test } from 'vitest'
import { unreachedInWords } from './networkChanges.ts'

test('of changes that are reached nothing is said', () => {
  expect(unreachedInWords([], 0)).toBeUndefined()
  expect(
    unreachedInWords(
      [
        { at: 0, batch: 8 },
        { at: 239, batch: 9 },
      ],
      240,
    ),
  ).toBeUndefined()
})

test('a change after the last batch is named, with what to do', () => {
  expect(
    unreachedInWords(
      [
        { at: 240, hyper: { lr: 1 } },
        { at: 12, batch: 8 },
      ],
      240,
    ),
  ).toBe(
    'Training ends after 240 batches, so the change from batch 240 on has no effect: choose more epochs, or forget it beside the optimizers',
  )
})

test('several are said in one sentence, from the first of them on', () => {
  const late = [5000, 1200, 3000].map((at) => ({ at, batch: 8 }))
  expect(unreachedInWords(late, 1)).toBe(
    'Training ends after 1 batch, so the 3 changes from batch 1,200 on have no effect: choose more epochs, or forget them beside the optimizers',
  )
})
