// A map fills from coarse to fine.
import { describe, expect, test } from 'vitest'
import { prepareMap } from '../../core/maps/prepareMap.ts'
import { sketching } from '../../core/maps/sketch.ts'
import { sweep, sweeping } from '../../core/maps/sweep.ts'
import { tilesToShow } from '../../core/maps/tilesToShow.ts'
import { filling, sharesOf, unknown } from './picture.ts'
import { shareAmong, valueScale } from './valueScale.ts'

const experiment = {
  f: 'himmelblau',
  steps: 60,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.01 } }],
  map: { size: 70 },
}
const map = prepareMap(experiment)

/** All tiles, in turn; nothing between them. */
function drawn(isSketched: boolean) {
  const { add, isCovered, picture } = filling(map, '')
  const shown = tilesToShow(map)
  const covered: boolean[] = []
  const take = (tile: Parameters<typeof shown>[0] | undefined, by?: 'WebAssembly') => {
    if (!tile) return
    add(shown(tile, by))
    covered.push(isCovered())
  }
  if (isSketched) for (const tile of sketching(map) ?? []) take(tile, 'WebAssembly')
  for (const tile of sweeping(map)) take(tile)
  return { picture: picture(), covered }
}

describe('a map', () => {
  const whole = sweep(experiment)

  test.each([false, true])(
    'is in the end the swept one, with a sketch before it: %s',
    (isSketched) => {
      const { picture } = drawn(isSketched)
      expect(picture.share).toBe(1)
      expect(picture.values).toEqual(whole.values)
      // Codes are given as they come: the words are the same.
      expect([...picture.outcomes].map((code) => picture.legend[code])).toEqual(
        [...whole.outcomes].map((code) => whole.legend[code]),
      )
    },
  )

  test('can be seen everywhere after its first, coarse pass', () => {
    const { covered } = drawn(false)
    const coarse = Math.ceil(35 ** 2 / 256)
    expect(covered.indexOf(true)).toBe(coarse - 1)
    expect(covered.slice(coarse).every(Boolean)).toBe(true)
  })

  test('of which a sketch has left something out shows that as soon as it is known', () => {
    const { add, isCovered, picture } = filling(map, '')
    const shown = tilesToShow(map)
    const [first, ...rest] = [...(sketching(map) ?? [])]
    for (const tile of rest) add(shown(tile, 'WebAssembly'))
    expect(isCovered()).toBe(false)
    const left = [...(first?.pixels ?? [])]
    for (const tile of sweeping(map)) {
      if (tile) add(shown(tile))
      if (isCovered()) break
    }
    expect(picture().share).toBeLessThan(0.5)
    expect(left.map((place) => picture().outcomes[place])).not.toContain(unknown)
  })

  test('has shares that are all of it, the largest first', () => {
    const shares = sharesOf(drawn(false).picture).map(({ share }) => share)
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
  })
})

describe('values', () => {
  const scaleOf = (values: number[], show: 'loss' | 'steps' = 'loss') =>
    valueScale({
      values: Float64Array.from(values),
      outcomes: new Uint8Array(values.length),
      map: { ...map, show },
    })

  test('are told apart by ratios where they are far apart and positive', () => {
    const many = Array.from({ length: 1001 }, (_, i) => 10 ** (i / 100))
    const scale = scaleOf(many)
    expect(scale && shareAmong(scale, 1e5)).toBeCloseTo(0.5, 1)
    expect(scale && shareAmong(scale, Number.POSITIVE_INFINITY)).toBe(1)
  })

  test('have a place among the colours, or none', () => {
    const scale = scaleOf([-1, 0, 1, Number.NaN])
    expect(scale && shareAmong(scale, Number.NaN)).toBeNaN()
    expect(scale && shareAmong(scale, -7)).toBe(0)
    expect(scaleOf([Number.NaN])).toBeUndefined()
  })
})
