import { describe, expect, test } from 'vitest'
import { lossesInWords } from './lossWords.ts'
import { epochInWords, type Racer, readoutOf } from './racers.ts'

const racer = (label: string, values: Partial<Racer> = {}): Racer => ({
  label,
  run: 0,
  losses: Float64Array.of(0.7, 0.5, 0.31),
  validation: Float64Array.of(0.71, 0.6, 0.352),
  accuracy: Float64Array.of(0.5, 0.8, 0.914),
  ...values,
})
const none = new Float64Array()

describe('the readout', () => {
  test('tells the epoch that the playhead is in', () => {
    expect(readoutOf(racer('Adam'), 2, 100)).toBe(
      'epoch 2 of 100 · training loss 0.310 · validation loss 0.352 · accuracy 91.4 %',
    )
    expect(readoutOf(racer('Adam'), 1.9, 100)).toMatch('epoch 1 of 100 · training loss 0.500')
  })

  test('leaves out what a training has not', () => {
    const plainOne = racer('Adam', { validation: none, accuracy: none })
    expect(readoutOf(plainOne, 0, 5)).toBe('epoch 0 of 5 · training loss 0.700')
  })

  test('stays at the last epoch that is known', () => {
    expect(readoutOf(racer('Adam'), 3.2, 100)).toMatch('epoch 2 of 100')
  })
})

test('an epoch of a race tells all racers, also those that did not come so far', () => {
  const racers = [racer('Adam'), racer('SGD', { losses: Float64Array.of(0.7), validation: none })]
  expect(epochInWords(racers, 1)).toBe(
    'epoch 1: Adam: training loss 0.500, validation loss 0.600, accuracy 80 %; SGD: accuracy 80 %',
  )
  const short = racer('SGD', { losses: Float64Array.of(0.7), validation: none, accuracy: none })
  expect(epochInWords([racers[0] as Racer, short], 1)).toMatch('SGD: nothing yet')
})

test('the chart says in a sentence where overfitting starts', () => {
  expect(lossesInWords([racer('Adam')], [1], 100)).toBe(
    'Loss over 2 of 100 epochs: training loss 0.7 at first, 0.31 at last; validation loss 0.71 at first, 0.352 at last; overfitting starts here: epoch 1',
  )
})
