import { describe, expect, test } from 'vitest'
import { prepare } from '../experiment/prepare.ts'
import { valueAt } from './axis.ts'
import type { MapExperiment } from './mapExperiment.ts'
import { experimentAt, prepareMap } from './prepareMap.ts'

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
