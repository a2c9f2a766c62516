import { expect, test } from 'vitest'
import type { Trial } from '../../../core/studies/rateTrials.ts'
import { verdictOn } from '../../../core/studies/rateVerdict.ts'
import { effortInWords, foundInWords, readInWords, readShortly, titleInWords } from './words.ts'

const trial = (rate: number, loss: number, more: Partial<Trial> = {}): Trial => ({
  ...{ rate, kind: 'trained', step: 40, epoch: 20 },
  ...{ before: { loss: 1 }, after: { loss } },
  ...more,
})
const diverged: Partial<Trial> = { kind: 'diverged', step: 12, epoch: 3 }
const effort = { rates: 33, epochs: 20, points: 80 }

test('how much is tried is said, and of how much', () => {
  const whole = { epochs: 20, points: 80 }
  expect(effortInWords(effort, whole)).toBe('33 rates × 20 epochs')
  expect(effortInWords(effort, { ...whole, epochs: 300 })).toBe('33 rates × 20 epochs of 300')
  expect(effortInWords({ rates: 9, epochs: 1, points: 725 }, { epochs: 1, points: 80_000 })).toBe(
    '9 rates × 1 epoch, of 725 of the 80,000 points',
  )
  expect(titleInWords(effort, true)).toBe('validation loss after 20 epochs')
})

test('a rate says its losses, or where it diverged', () => {
  expect(readInWords(trial(0.025, 0.01234))).toBe('η = 0.025: loss 0.0123')
  expect(readInWords(trial(0.025, 0.1, { after: { loss: 0.1, validation: 0.2 } }))).toBe(
    'η = 0.025: validation loss 0.2, training loss 0.1',
  )
  expect(readShortly(trial(0.025, 0.1, { after: { loss: 0.1, validation: 0.2 } }))).toBe(
    'η = 0.025: 0.2, training 0.1',
  )
  expect(readInWords(trial(4, Number.NaN, diverged))).toBe(
    'η = 4: diverged after 12 batches, in epoch 4',
  )
})

test('all rates say which is the lowest, which train well, and where it diverges', () => {
  const said = (trials: readonly Trial[]) => foundInWords(trials, verdictOn(trials), effort)
  const wild = trial(4, Number.NaN, diverged)
  expect(said([trial(0.01, 0.9), trial(0.1, 0.2), trial(1, 0.25), wild])).toBe(
    'Lowest at 0.1. From 0.1 to 1 it trains well. It diverges from 4 on.',
  )
  expect(said([trial(0.01, 0.9), trial(0.1, 0.2)])).toBe(
    'Lowest at 0.1. There may be better ones beyond.',
  )
  expect(said([trial(0.01, 1), wild])).toBe(
    'No rate makes the loss lower in 20 epochs. It diverges from 4 on.',
  )
  expect(said([trial(0.1, 0.2), { ...wild, rate: 0.5 }, trial(1, 0.3)])).toBe(
    'Lowest at 0.1. It diverges at 0.5. There may be better ones beyond.',
  )
  expect(said([])).toBe('')
})
