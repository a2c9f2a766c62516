import { describe, expect, test } from 'vitest'
import { ExperimentError } from '../experimentError.ts'
import type { AxisSpec, MapExperiment, MapSpec } from './mapExperiment.ts'
import { prepareMap } from './prepareMap.ts'

const axesOf = (experiment: MapExperiment) => {
  const { x, y } = prepareMap(experiment)
  return [x, y].map(({ of, from, to, scale }) => [of, from, to, scale])
}

describe('what is left out', () => {
  test('two coordinates of the start where the function has them, over its domain', () => {
    expect(axesOf({ f: 'rosenbrock' })).toEqual([
      ['start.x', -2, 2, 'linear'],
      ['start.y', -1, 3, 'linear'],
    ])
  })

  test('the learning rate and the start of a curve, around 0 where nothing is known of it', () => {
    expect(axesOf({ f: 'x^4 - x', start: [7] })).toEqual([
      ['lr', 1e-5, 10, 'log'],
      ['start.x', -14, 14, 'linear'],
    ])
  })

  test('an axis that is given is not taken for the other one, too', () => {
    expect(axesOf({ f: 'rosenbrock', map: { x: { of: 'start.y' } } })[1]?.[0]).toBe('start.x')
    expect(axesOf({ f: 'rosenbrock', map: { y: { of: 'start.x' } } })[0]?.[0]).toBe('start.y')
  })

  test('ends that are given are linear unless they say otherwise', () => {
    const ends = { from: 1, to: 2 }
    expect(prepareMap({ f: 'square', map: { x: { of: 'lr', ...ends } } }).x.scale).toBe('linear')
  })
})

describe('what cannot be drawn is said in a sentence', () => {
  const refusal = (map: MapSpec, more: Partial<MapExperiment> = {}) => {
    try {
      prepareMap({ f: 'square', ...more, map })
    } catch (error) {
      if (error instanceof ExperimentError) return error
    }
    return undefined
  }

  test.each<[AxisSpec, string]>([
    [
      { of: 'taste' },
      'There is no quantity "taste" to draw; there are start.x, lr, momentum, dampening, weight_decay',
    ],
    [{ of: 'LR' }, 'There is no quantity "LR" to draw; did you mean "lr"?'],
    [{ of: 'momentom' }, 'There is no quantity "momentom" to draw; did you mean "momentum"?'],
    [
      { of: 'lr', from: 1, to: 0.5 },
      'The axis of lr goes from 1 to 0.5: the second number must be larger',
    ],
    [
      { of: 'lr', from: 1, to: 1 },
      'The axis of lr goes from 1 to 1: the second number must be larger',
    ],
    [
      { of: 'lr', from: 0, to: 1, scale: 'log' },
      'The axis of lr goes from 0 to 1: a logarithmic one needs numbers above 0',
    ],
    [
      { of: 'lr', from: 1, to: Number.POSITIVE_INFINITY },
      'The axis of lr must go from one number to another one',
    ],
    [
      { of: 'lr', from: 1, to: 1 + 1e-14 },
      'Between 1 and 1.00000000000001 there are too few numbers for 256 pixels',
    ],
  ])('%o', (x, message) => {
    const error = refusal({ x })
    expect(error?.message).toBe(message)
    expect(error?.faults[0]?.at).toEqual([['map', 'x']])
  })

  test('both axes the same', () => {
    const axis = { of: 'lr', from: 0.1, to: 1 }
    expect(refusal({ x: axis, y: axis })?.message).toBe(
      'Both axes are lr: choose something else for one of them',
    )
  })

  test('too many pixels, none, or too many steps for them', () => {
    const words = 'A map has from 1 to 1,024 pixels along each side'
    expect(refusal({ size: 0 })?.message).toBe(words)
    expect(refusal({ size: 5000 })?.message).toBe(words)
    expect(refusal({ size: 1024 }, { steps: 100_000 })?.message).toMatch(/would take too long/)
  })

  test('what has not the form of a map', () => {
    const map = { size: 'large' } as unknown as MapSpec
    expect(refusal(map)?.message).toMatch(/^"size" must be a whole number/)
    expect(refusal({ taste: 1 } as MapSpec)?.message).toMatch(/^A map with "taste"/)
  })
})
