import { expect, test } from 'vitest'
import type { Trial } from './rateTrials.ts'
import { verdictOn } from './rateVerdict.ts'

/** Trials with the rates 1, 2, 3, …; NaN for one that diverged. */
const trialsWith = (losses: readonly number[], before = 1, validation?: readonly number[]) =>
  losses.map(
    (loss, i): Trial => ({
      ...{ rate: i + 1, step: 10, epoch: 1 },
      kind: Number.isNaN(loss) ? 'diverged' : 'trained',
      before: { loss: before, ...(validation && { validation: before }) },
      after: { loss, ...(validation && { validation: validation[i] as number }) },
    }),
  )

test('the best rate has the lowest loss; rates around it that come nine tenths as far train well', () => {
  const { best, from, to } = verdictOn(trialsWith([0.9, 0.2, 0.15, 0.1, 0.18, 0.5, 0.12])) ?? {}
  expect(best?.rate).toBe(4)
  expect([from, to]).toEqual([3, 5])
})

test('what diverged trains not well, and ends the stretch', () => {
  expect(verdictOn(trialsWith([0.1, 0.1, Number.NaN, 0.1]))).toMatchObject({ from: 1, to: 2 })
})

test('points that judge are judged by', () => {
  const trials = trialsWith([0.1, 0.2, 0.3], 1, [0.5, 0.2, 0.4])
  expect(verdictOn(trials)?.best.rate).toBe(2)
})

test('where no rate makes the loss lower there is none', () => {
  expect(verdictOn(trialsWith([1, 1.5, Number.NaN]))).toBeUndefined()
  expect(verdictOn([])).toBeUndefined()
})

test('from beyond all numbers every rate that comes back is a good one', () => {
  const trials = trialsWith([Number.POSITIVE_INFINITY, 3, 2, Number.NaN], Number.POSITIVE_INFINITY)
  expect(verdictOn(trials)).toMatchObject({ from: 2, to: 3 })
})
