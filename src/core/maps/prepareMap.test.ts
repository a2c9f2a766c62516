import { describe, expect, test } from 'vitest'
import { prepare } from '../experiment/prepare.ts'
import { ExperimentError } from '../experimentError.ts'
import { valueAt } from './axis.ts'
import type { AxisSpec, MapExperiment, MapSpec } from './mapExperiment.ts'
import { experimentAt, prepareMap } from './prepareMap.ts'

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

describe('the descent of a pixel', () => {
  const size = 4

  test('stands at the centre of the pixel, rows from the bottom', () => {
    const map = { x: { of: 'start.x', from: 0, to: 4 }, y: { of: 'start.y', from: 0, to: 8 }, size }
    expect(experimentAt({ f: 'product', map }, 0, 0).start).toEqual([0.5, 1])
    expect(experimentAt({ f: 'product', map }, 3, 1).start).toEqual([3.5, 3])
  })

  test('a logarithmic axis has equal ratios', () => {
    const { x } = prepareMap({ f: 'square', map: { x: { of: 'lr' }, size: 6 } })
    const values = Array.from({ length: 6 }, (_, i) => valueAt(x, 6, i))
    for (const [i, value] of values.entries())
      expect(value).toBeCloseTo(10 ** (i - 4.5), 10 - 2 * i)
  })

  test('is a plain experiment of the lab of its function, without the step that is shown', () => {
    const experiment = { lab: 'maps', f: 'square', at: 3, steps: 5, map: { size } }
    const { map: _, ...pixel } = experimentAt(experiment, 1, 2) as MapExperiment
    expect(pixel).toMatchObject({ lab: 'curve', f: 'square', steps: 5 })
    expect(Object.keys(pixel)).not.toContain('at')
    expect(() => prepare(pixel)).not.toThrow()
  })

  test('two numbers of one tuple, one of a schedule, and a parameter are put in their places', () => {
    const runs = [
      {
        optimizer: 'adam',
        hyper: { betas: [0.5, 0.6] },
        schedule: { kind: 'exponential', gamma: 0.9 },
      },
    ]
    const axis = (of: string) => ({ of, from: 0, to: 1 })
    const at = (x: string, y: string) =>
      experimentAt({ f: 'soda', runs, map: { x: axis(x), y: axis(y), size: 2 } }, 0, 1)
    expect(at('beta1', 'beta2').runs?.[0]?.hyper?.betas).toEqual([0.25, 0.75])
    expect(at('beta2', 'beta1').runs?.[0]?.hyper?.betas).toEqual([0.75, 0.25])
    expect(at('beta1', 'eps').runs?.[0]?.hyper).toMatchObject({ betas: [0.25, 0.6], eps: 0.75 })
    expect(at('schedule.gamma', 'lr').runs?.[0]).toMatchObject({
      hyper: { lr: 0.75 },
      schedule: { kind: 'exponential', gamma: 0.25 },
    })
    expect(at('param.V', 'start.R')).toMatchObject({ params: { V: 0.25 }, start: [0.75] })
  })

  test('what must be whole is rounded', () => {
    const runs = [{ optimizer: 'sgd', schedule: { kind: 'step', step_size: 5 } }]
    const x = { of: 'schedule.step_size', from: 1, to: 9 }
    const pixel = experimentAt({ f: 'square', runs, map: { x, size: 3 } }, 0, 0)
    expect(pixel.runs?.[0]?.schedule?.step_size).toBe(2)
  })

  test('of several runs each has its own map', () => {
    const runs = [{ optimizer: 'sgd' }, { optimizer: 'rmsprop' }]
    const map = { x: { of: 'alpha', from: 0, to: 1 }, size }
    expect(() => experimentAt({ f: 'square', runs, map }, 0, 0)).toThrow(/no quantity "alpha"/)
    expect(experimentAt({ f: 'square', runs, map }, 0, 0, 1).runs).toMatchObject([
      { optimizer: 'rmsprop', hyper: { alpha: 0.125 } },
    ])
  })
})
