// Of gradient descent with momentum on x² it is known how its swings shrink: what is said must agree.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ToldTrace } from '../runs/runExperiment.ts'
import { runExperiment } from '../runs/runExperiment.ts'

const said = (lr: number, momentum: number, steps: number): string => {
  const runs = [{ optimizer: 'sgd', hyper: { lr, momentum } }]
  return (runExperiment({ f: 'x^2', start: [1], steps, runs })[0] as ToldTrace).outcome.message
}

/** x₊ = a·x − b·x₋ turns every π/φ steps, and shrinks by √b in each: by how much from turn to turn. */
function shrinking(lr: number, momentum: number): { percent: number; gap: number } {
  const gap = Math.PI / Math.acos((1 + momentum - 2 * lr) / (2 * Math.sqrt(momentum)))
  return { percent: 100 * (1 - momentum ** (gap / 2)), gap }
}

const waves = fc
  .record({
    damping: fc.constantFrom(0, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1),
    lr: fc.double({ min: 0.003, max: 1.95, noNaN: true }),
    steps: fc.integer({ min: 20, max: 1200 }),
  })
  .map(({ damping, ...rest }) => ({ ...rest, momentum: 1 - damping }))
  .filter(({ lr, momentum }) => (1 + momentum - 2 * lr) ** 2 < 3.99 * momentum)

/** In percent, from each swing to the next, or over all that are looked at: nobody sees them get smaller. */
const [each, all] = [0.05, 9]
const looksBack = 400
/** Of what is told: its own error, and one figure. */
const near = 0.25

test('the rate of a damped wave is told right or not at all, at every length', () => {
  let told = 0
  fc.assert(
    fc.property(waves, ({ lr, momentum, steps }) => {
      const message = said(lr, momentum, steps)
      const { percent, gap } = shrinking(lr, momentum)
      expect(message).not.toContain('ever wider')
      const seen = Math.min(steps / 2, looksBack) / gap
      if (message.includes('do not get smaller'))
        expect(Math.min(percent / each, (percent * seen) / all)).toBeLessThanOrEqual(1)
      const rate = Number(message.match(/each time ([\d.]+) % smaller/)?.[1])
      if (Number.isNaN(rate)) return
      told++
      const figure = 10 ** Math.floor(Math.log10(rate))
      expect(Math.abs(rate - percent)).toBeLessThanOrEqual(near * percent + figure / 2)
    }),
    { seed: 20261130, numRuns: 600 },
  )
  expect(told).toBeGreaterThan(100)
})
