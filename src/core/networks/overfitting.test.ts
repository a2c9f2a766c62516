import { describe, expect, test } from 'vitest'
import { normal } from '../random.ts'
import { overfittingFrom } from './overfitting.ts'

const curve = (count: number, of: (t: number) => number) =>
  Float64Array.from({ length: count }, (_, t) => of(t))

/** Each value times a factor by chance, of such a deviation. */
const noisy = (values: Float64Array, share: number, seed: number) =>
  values.map((value, t) => value * (1 + share * normal(seed, t)))

const falling = (count: number) => curve(count, (t) => 0.02 + Math.exp((-6 * t) / count))
/** Lowest where its slope is 0: 6·e^(−6t/n) = 0.6. */
const turning = (count: number) =>
  curve(count, (t) => Math.exp((-6 * t) / count) + (0.6 * t) / count)
const turn = (count: number) => (count * Math.log(10)) / 6
const seeds = Array.from({ length: 30 }, (_, i) => i)

describe('overfitting', () => {
  test.each([30, 100, 512])('is where the curve is lowest, in %i epochs', (count) => {
    const from = overfittingFrom(falling(count), turning(count)) as number
    expect(Math.abs(from - turn(count))).toBeLessThanOrEqual(1)
  })

  test('is found below the noise of mini-batches, near the lowest place', () => {
    for (const seed of seeds) {
      const from = overfittingFrom(
        noisy(falling(400), 0.05, seed),
        noisy(turning(400), 0.05, seed + 1000),
      ) as number
      expect(Math.abs(from - turn(400)), `seed ${seed}`).toBeLessThan(60)
    }
  })

  test('is found in ten thousand epochs', () => {
    const from = overfittingFrom(falling(10000), noisy(turning(10000), 0.1, 1)) as number
    expect(Math.abs(from - turn(10000))).toBeLessThan(1000)
  })

  test('is told only when it is clear: the first epochs after the minimum say nothing', () => {
    const count = Math.ceil(turn(100))
    expect(
      overfittingFrom(falling(100).slice(0, count + 6), turning(100).slice(0, count + 6)),
    ).toBe(undefined)
  })

  test('stays where it is while the training goes on', () => {
    const [losses, validation] = [falling(190), turning(190)]
    const places = [120, 140, 160, 190].map((count) =>
      overfittingFrom(losses.slice(0, count), validation.slice(0, count)),
    )
    expect(new Set(places)).toEqual(new Set([Math.round(turn(190))]))
  })
})

describe('there is none', () => {
  test('in curves that fall, and in slow plateaus', () => {
    expect(overfittingFrom(falling(200), falling(200))).toBe(undefined)
    expect(
      overfittingFrom(
        falling(200),
        curve(200, (t) => 0.4 + 1 / (1 + t)),
      ),
    ).toBe(undefined)
    expect(
      overfittingFrom(
        falling(200),
        curve(200, () => 0.4),
      ),
    ).toBe(undefined)
  })

  test.each([8, 20, 60, 200, 1000])('in the noise of a plateau of %i epochs', (count) => {
    const flat = curve(count, (t) => 0.4 + Math.exp((-20 * t) / count))
    for (const share of [0.02, 0.1, 0.2])
      for (const seed of seeds)
        expect(
          overfittingFrom(falling(count), noisy(flat, share, seed)),
          `seed ${seed}, noise ${share}`,
        ).toBe(undefined)
  })

  test('where noise remembers: each value keeps most of the last one', () => {
    for (const seed of seeds) {
      let state = 0
      const wander = curve(300, (t) => {
        state = 0.8 * state + 0.02 * normal(seed, t)
        return 0.4 + Math.exp(-t / 15) + 0.4 * state
      })
      expect(overfittingFrom(falling(300), wander), `seed ${seed}`).toBe(undefined)
    }
  })

  test('where the validation loss comes down again', () => {
    const hill = curve(
      200,
      (t) => 0.4 + Math.exp(-t / 10) + 0.3 * Math.exp(-(((t - 90) / 20) ** 2)),
    )
    expect(overfittingFrom(falling(200), hill)).toBe(undefined)
  })

  test('where the training loss rises too: that is a rate that is too large', () => {
    expect(overfittingFrom(turning(200), turning(200))).toBe(undefined)
  })

  test('where one epoch alone leaps', () => {
    const spiked = curve(200, (t) => (t === 190 ? 50 : 0.4 + Math.exp(-t / 20)))
    expect(overfittingFrom(falling(200), spiked)).toBe(undefined)
  })

  test('without a validation set, in a single epoch, and in what is not finite', () => {
    expect(overfittingFrom(falling(100), new Float64Array())).toBe(undefined)
    expect(overfittingFrom(falling(1), falling(1))).toBe(undefined)
    const burst = curve(100, (t) => (t < 40 ? Math.exp(-t / 10) : Number.NaN))
    expect(overfittingFrom(falling(100), burst)).toBe(undefined)
  })
})
