import { describe, expect, test } from 'vitest'
import { epsilon, penalty } from '../../core/hyper.ts'
import type { Verdict } from '../../core/studies/scent.ts'
import { type Course, scentInWords, stretchesOf } from './scentTrack.ts'
import { sliderScale } from './sliderScale.ts'

const course: Course = { steps: 100, from: 10, to: 0 }
const verdict = (value: number, kind: Verdict['kind'], step = 100, f = 10): Verdict => ({
  value,
  kind,
  step,
  f,
})
const linear = sliderScale(penalty(0).kind)
const stretches = (verdicts: readonly Verdict[], scale = linear) =>
  stretchesOf({ verdicts, course, isFresh: true }, scale)

describe('the stretches of a track', () => {
  test('each value stands for what is nearest to it, and likes are joined', () => {
    const found = stretches([
      verdict(0, 'running'),
      verdict(0.2, 'running'),
      verdict(0.6, 'oscillating'),
      verdict(1, 'diverged'),
    ])
    expect(found).toMatchObject([
      { kind: 'running', from: 0, to: 0.4 },
      { kind: 'oscillating', from: 0.4, to: 0.8 },
      { kind: 'diverged', from: 0.8, to: 1 },
    ])
  })
  test('verdicts may come in any order', () => {
    const all = [verdict(0, 'running'), verdict(0.5, 'stuck'), verdict(1, 'diverged')]
    expect(stretches(all.toReversed())).toEqual(stretches(all))
  })
  test('on a logarithmic scale the middle is the geometric one', () => {
    const scale = sliderScale(epsilon(1e-8).kind)
    const found = stretches([verdict(1e-12, 'running'), verdict(1, 'diverged')], scale)
    expect(found.map(({ to }) => to)).toEqual([expect.closeTo(0.5, 12), 1])
  })
  test('fast is stronger than slow', () => {
    const steps = [1, 3, 9, 30, 100]
    const found = stretches(steps.map((step, i) => verdict(i / 4, 'converged', step)))
    expect(found.map(({ level }) => level)).toEqual([4, 3, 2, 1])
  })
  test('further down is thicker, and an end near another minimum differs', () => {
    const found = stretches([
      { ...verdict(0, 'running', 100, 9), nearDeepest: false },
      { ...verdict(0.5, 'running', 100, 9), nearDeepest: true },
      { ...verdict(1, 'running', 100, 0.1), nearDeepest: true },
    ])
    expect(found.map(({ level, nearDeepest }) => [level, nearDeepest])).toEqual([
      [1, false],
      [1, true],
      [4, true],
    ])
  })
  test('nothing known is nothing painted', () => expect(stretches([])).toEqual([]))
})

describe('in words', () => {
  const words = (verdicts: readonly Verdict[]) => scentInWords({ verdicts })
  test('every stretch is named with its ends', () => {
    expect(
      words([
        verdict(0.05, 'running'),
        verdict(0.1, 'running'),
        verdict(0.2, 'converged', 5),
        verdict(0.5, 'converged', 7),
        verdict(1, 'oscillating'),
        verdict(2, 'diverged'),
      ]),
    ).toBe(
      'This slider’s track: is still moving up to 0.1, converges from 0.2 to 0.5, oscillates at 1, diverges from 2 on.',
    )
  })
  test('many are counted', () => {
    const all = Array.from({ length: 10 }, (_, i) => verdict(i, i % 2 ? 'stuck' : 'converged', 3))
    expect(words(all)).toBe(
      'This slider’s track: converges at 5 of 10 values, between 0 and 8; gets stuck at 5 of 10 values, between 1 and 9.',
    )
  })
  test('where nothing converges, it says what comes furthest', () => {
    const all = [verdict(1, 'running', 9, 3), verdict(2, 'running', 9, 1)]
    expect(words(all)).toBe(
      'This slider’s track: is still moving everywhere; furthest down with 2.',
    )
  })
  test('the bound with its law', () => {
    expect(scentInWords(undefined, { law: '2/λ', value: 1, curvature: 2 })).toBe(
      'Stability bound: 2/λ = 1, with curvature λ = 2 at the minimum.',
    )
    expect(scentInWords()).toBe('')
  })
})
