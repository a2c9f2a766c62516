import { describe, expect, test } from 'vitest'
import { meaningOf } from './atlas.ts'
import type { AxisSpec, MapExperiment } from './mapExperiment.ts'
import { experimentAt, prepareMap } from './prepareMap.ts'
import { sweep } from './sweep.ts'

const axis = (of: string, from: number, to: number): AxisSpec => ({ of, from, to })

describe('theory', () => {
  test('momentum on a parabola converges where 0 < αλ < 2 + 2β, and diverges beyond', () => {
    const [curvature, size] = [3, 24]
    const experiment: MapExperiment = {
      f: `${curvature}*x^2/2`,
      start: [1],
      steps: 3000,
      runs: [{ optimizer: 'sgd' }],
      map: { x: axis('lr', 0, 1.6), y: axis('momentum', 0, 0.98), size },
    }
    const { outcomes } = sweep(experiment)
    for (let k = 0; k < size ** 2; k++) {
      const [run] = experimentAt(experiment, k % size, Math.floor(k / size)).runs ?? []
      const [lr, momentum] = [Number(run?.hyper?.lr), Number(run?.hyper?.momentum)]
      const beyond = lr * curvature - (2 + 2 * momentum)
      if (Math.abs(beyond) < 0.05) continue
      const { kind } = meaningOf(outcomes[k] as number)
      expect(kind, `lr ${lr}, momentum ${momentum}`).toBe(beyond < 0 ? 'rests' : 'diverges')
    }
  })

  const himmelblau: MapExperiment = {
    f: 'himmelblau',
    steps: 200,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.01 } }],
    map: { size: 20 },
  }

  test('all four minima of Himmelblau have a basin, each around itself', () => {
    const { outcomes, legend } = sweep(himmelblau)
    const rests = new Set([...outcomes].map((code) => legend[code]))
    expect([...rests].sort()).toEqual([
      'rests on the minimum at x = 3, y = 2',
      'rests on the minimum at x = 3.584, y = −1.848',
      'rests on the minimum at x = −2.805, y = 3.131',
      'rests on the minimum at x = −3.779, y = −3.283',
    ])
  })

  test('its minima are found as well where nobody knows them, with other numbers perhaps', () => {
    const typed = { ...himmelblau, f: '(x^2+y-11)^2+(x+y^2-7)^2' }
    const words = (experiment: MapExperiment) => {
      const { outcomes, legend } = sweep(experiment)
      return [...outcomes].map((code) => legend[code])
    }
    const domain = prepareMap(himmelblau)
    const map = {
      x: axis('start.x', domain.x.from, domain.x.to),
      y: axis('start.y', domain.y.from, domain.y.to),
      size: 8,
    }
    expect(words({ ...typed, map })).toEqual(words({ ...himmelblau, map }))
  })

  test('a function that looks the same from both sides has a map that does', () => {
    const size = 9
    const { values } = sweep({
      f: 'x^4 - 5*x^2 + cos(y)',
      steps: 30,
      runs: [{ optimizer: 'adam', hyper: { lr: 0.3 } }],
      map: { size, show: 'loss' },
    })
    for (let k = 0; k < size ** 2; k++) {
      const [column, row] = [k % size, Math.floor(k / size)]
      expect(values[k]).toBe(values[row * size + size - 1 - column])
      expect(values[k]).toBe(values[(size - 1 - row) * size + column])
    }
  })
})
