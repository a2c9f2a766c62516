import { expect, test } from 'vitest'
import type { Trial } from '../studies/rateTrials.ts'
import { ratesCsv } from './ratesCsv.ts'

test('a rate is a row, with its losses where it has some', () => {
  const some = { kind: 'trained', step: 40, epoch: 20, before: { loss: 1 } } as const
  const trials: readonly Trial[] = [
    { ...some, rate: 1e-7, after: { loss: 0.1, validation: 0.25 } },
    { ...some, rate: 0.1, after: { loss: 0.5 } },
    { ...some, kind: 'diverged', rate: 10, step: 3, epoch: 1, after: { loss: Number.NaN } },
  ]
  expect(ratesCsv(trials)).toBe(
    [
      'rate,outcome,batches,epochs,loss,validation',
      '1e-7,trained,40,20,0.1,0.25',
      '0.1,trained,40,20,0.5,',
      '10,diverged,3,1,,',
      '',
    ].join('\n'),
  )
})
