import { describe, expect, test } from 'vitest'
import { optimizers } from '../core/optimizers/index.ts'
import { hyperOf } from '../core/optimizers/optimizer.ts'
import { nudge, sliderScale } from './scale.ts'

const all = optimizers.flatMap((o) =>
  [...hyperOf(o)].map(([name, hyper]) => [o.id, name, hyper] as const),
)

describe.each(all.filter(([, , { kind }]) => kind.scale !== 'flag'))(
  'the slider of %s %s',
  (_, __, { kind, value }) => {
    const scale = sliderScale(kind)

    test('offers only what PyTorch accepts', () => {
      for (const end of [scale.min, scale.max]) {
        expect(scale.value(end)).toBeGreaterThanOrEqual(kind.least)
        expect(scale.value(end)).toBeLessThan(kind.below ?? Infinity)
        expect(scale.value(end)).toBeLessThanOrEqual(kind.most ?? Infinity)
      }
    })

    test('stands at the default and gives it back', () => {
      if (Number(value) < kind.range[0] || Number(value) > kind.range[1]) return
      expect(scale.value(scale.position(Number(value)))).toBeCloseTo(Number(value), 6)
    })

    test('moves by arrow keys and stays inside', () => {
      const next = nudge(scale)
      expect(next(scale.value(scale.min), 1)).toBeGreaterThan(scale.value(scale.min))
      expect(next(scale.value(scale.max), 1)).toBeCloseTo(scale.value(scale.max), 6)
    })
  },
)
