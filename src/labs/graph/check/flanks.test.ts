import { describe, expect, test } from 'vitest'
import type { Precision } from '../../../core/graphs/gradientCheck.ts'
import type { Point } from '../../../core/graphs/passes.ts'
import { notesOf, obstacleOf } from './notes.ts'
import { checkOf } from './test/checkOf.ts'

const flankWords = (f: string, point: Point, precision?: Precision) =>
  checkOf(f, point, 'x', precision).flanks.map(({ words, slope }) => `${words} ${slope}`)

describe('the flanks of the V', () => {
  const whole = ['truncation 1', 'truncation 2', 'rounding -1']
  test.each(['float64', 'float32'] as const)('of exp in %s are all there', (precision) => {
    expect(flankWords('exp(x)', { x: 0 }, precision)).toEqual(whole)
  })
  test('are those of Taylor’s formula', () => {
    const [forward, central] = checkOf('exp(2*x)', { x: 0 }).flanks
    // f″/2 and f‴/6.
    expect(forward?.factor).toBeCloseTo(2, 1)
    expect(central?.factor).toBeCloseTo(8 / 6, 1)
  })
  test('of a parabola are without truncation in the middle, of a line without any', () => {
    expect(flankWords('x^2', { x: 3 })).toEqual(['truncation 1', 'rounding -1'])
    expect(flankWords('3x + 1', { x: 2 })).toEqual(['rounding -1'])
  })
  test.each([
    ['abs(x)', 0],
    ['log(x)', -1],
  ])('of %s at %d are none', (f, x) => {
    expect(flankWords(f, { x })).toEqual([])
  })
})

describe('what is said where there is no V', () => {
  const notes = (f: string, point: Point, variable = 'x') => {
    const { checked, check, flanks } = checkOf(f, point, variable)
    return [obstacleOf(checked, check) ?? notesOf(checked, check, flanks)].flat().join(' ')
  }
  test.each([
    ['log(x)', { x: -1 }, 'f has no finite value at this point'],
    ['sqrt(x)', { x: 0 }, 'The slope by x is infinite here'],
    ['sqrt(x)', { x: 0.01 }, 'Central differences have no value where their line is missing'],
    ['x^1.5', { x: 0 }, 'Central differences have no value: they need'],
    ['abs(x)', { x: 0 }, 'has a kink at 0'],
    ['where(y > 0, y, x)', { x: 1, y: 2 }, 'All errors are 0: here f does not change with x'],
    ['3x + 1', { x: 2 }, 'Forward differences show no truncation here, as for a straight line'],
    ['x^2', { x: 3 }, 'Central differences show no truncation here, as for a parabola'],
    ['x^2', { x: 1e8 }, 'x + h is rounded to x'],
  ])('%s at %j', (f, point, words) => {
    expect(notes(f, point as unknown as Point)).toContain(words)
  })
  test('a kink elsewhere is none of the variable’s', () => {
    expect(notes('exp(x) + abs(y)', { x: 1, y: 0 })).toBe('')
    expect(notes('exp(x) + abs(y)', { x: 1, y: 0 }, 'y')).toContain('kink')
  })
})
