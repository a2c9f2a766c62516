// Maps by chance, pixel by pixel beside the runs of their experiments: what a sweep looks up once holds for all that share it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactCrewsOf } from './exactCrews.ts'
import { prepareMap } from './prepareMap.ts'
import { expectAgreement } from './test/agreement.ts'
import { mapOf, mapsByChance } from './test/mapsByChance.ts'

const cycle = { max_lr: 0.3, base_momentum: 0.6, max_momentum: 0.9 }
const schedules = [
  ...[undefined, undefined, undefined],
  { kind: 'cosine', T_max: 30, warmup: { steps: 5 } },
  { kind: 'one-cycle', ...cycle },
  { kind: 'cyclic', base_lr: 0.01, step_size_up: 4, cycle_momentum: true, ...cycle },
  { kind: 'plateau' },
]
const hypers = [
  {},
  { momentum: 0.7 },
  { momentum: 0.7, nesterov: true },
  { momentum: 0.5, dampening: 0.5, weight_decay: 0.1 },
]

test('a pixel of any map ends as the run of its experiment does, to the bit of its loss', () => {
  const seen = { maps: 0, together: 0 }
  fc.assert(
    fc.property(mapsByChance(schedules, hypers), (one) => {
      const experiment = mapOf(one, 3)
      fc.pre(experiment !== undefined)
      seen.maps++
      seen.together += Number(exactCrewsOf(prepareMap(experiment)) !== undefined)
      expectAgreement(experiment)
    }),
    { seed: 7, numRuns: 150 },
  )
  expect(seen.together / seen.maps).toBeGreaterThan(0.5)
})
