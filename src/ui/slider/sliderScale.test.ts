import { describe, expect, test } from 'vitest'
import { defaultOf, singles } from '../../core/hyper.ts'
import { optimizers } from '../../core/optimizers/index.ts'
import { schedules } from '../../core/schedules/index.ts'
import { nudge, sliderScale } from './sliderScale.ts'

const all = [...optimizers, ...schedules].flatMap(({ id, hyper }) =>
  [...singles(hyper)].map(([name, single]) => [id, name, single] as const),
)
/** A default may follow from the run: here from one of usual size. */
const usual = { steps: 50, lr: 0.1, of: () => 20 }

describe.each(all.filter(([, , { kind }]) => kind.scale !== 'flag'))(
  'the slider of %s %s',
  (_, __, { kind, value }) => {
    const scale = sliderScale(kind)
    const normal = Number(defaultOf(value, usual))

    test('offers only what PyTorch accepts', () => {
      for (const end of [scale.min, scale.max]) {
        expect(scale.value(end)).toBeGreaterThanOrEqual(kind.least)
        expect(scale.value(end)).toBeLessThan(kind.below ?? Infinity)
        expect(scale.value(end)).toBeLessThanOrEqual(kind.most ?? Infinity)
      }
    })

    test('stands at the default and gives it back', () => {
      if (normal < kind.range[0] || normal > kind.range[1]) return
      expect(scale.value(scale.position(normal))).toBeCloseTo(normal, 6)
    })

    test('gives whole numbers where only they are lawful', () => {
      const positions = [0, 0.137, 0.5, 0.731, 1].map(
        (p) => scale.min + p * (scale.max - scale.min),
      )
      const values = positions.map(scale.value)
      if ('whole' in kind) expect(values).toEqual(values.map(Math.round))
    })

    test('moves by arrow keys and stays inside', () => {
      const next = nudge(scale)
      expect(next(scale.value(scale.min), 1)).toBeGreaterThan(scale.value(scale.min))
      expect(next(scale.value(scale.max), 1)).toBeCloseTo(scale.value(scale.max), 6)
    })
  },
)
