import { describe, expect, test } from 'vitest'
import { gradient } from '../language/derivative.ts'
import { compileFunction } from '../language/program.ts'
import { bendsOf, hessianAt } from '../loss/curvature.ts'
import { readLoss } from '../loss/loss.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import type { LossFunction } from './function.ts'
import { functions } from './index.ts'

/** The entry's own values, then each parameter at both ends of its range. */
const settings = ({ parameters = {} }: LossFunction): Record<string, number>[] => [
  {},
  ...Object.entries(parameters).flatMap(([name, { range }]) =>
    range.map((value) => ({ [name]: value })),
  ),
]

/** Directions of length 1: both ways in one variable, all around in two. */
const around = (d: number): number[][] =>
  d === 1
    ? [[-1], [1]]
    : Array.from({ length: 16 }, (_, i) => [
        Math.cos((i * Math.PI) / 8),
        Math.sin((i * Math.PI) / 8),
      ])

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)

/** The lowest value on a grid over the domain: 5001 points of a curve, 251 × 251 of a surface. */
function lowestIn(domain: LossFunction['domain'], f: (...at: number[]) => number): number {
  const count = domain.length === 1 ? 5000 : 250
  const [xs = [], ys = [Number.NaN]] = domain.map(([from, to]) =>
    Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count),
  )
  return xs.reduce((least, x) => ys.reduce((low, y) => Math.min(low, f(x, y)), least), Infinity)
}

describe.each(functions.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  const loss = readLoss(id)
  const value = compileFunction(loss.expression, loss.variables)

  test('has a domain, a start inside it and a sentence', () => {
    expect(entry.domain).toHaveLength(loss.variables.length)
    entry.domain.forEach(([from, to], i) => {
      expect(entry.start[i]).toBeGreaterThan(from)
      expect(entry.start[i]).toBeLessThan(to)
    })
    expect(entry.lesson).toMatch(/^[A-Z].*[.?]$/)
  })

  test('its minima are minima, whatever its parameters', () => {
    for (const setting of settings(entry)) {
      const { expression, variables, minima } = readLoss(id, setting)
      const f = compileFunction(expression, variables)
      const slopes = gradient(expression, variables).map((g) => compileFunction(g, variables))
      for (const at of minima) {
        for (const h of [1e-6, 1e-4, 1e-3]) {
          for (const way of around(at.length)) {
            const aside = at.map((v, i) => v + h * (way[i] as number))
            expect(f(...aside)).toBeGreaterThanOrEqual(f(...at))
            const slope = slopes.map((g) => g(...aside))
            expect(dot(slope, way)).toBeGreaterThan(0)
          }
        }
      }
    }
  })

  test('where its minima have a slope it is 0, and no curvature is negative', () => {
    const slopes = gradient(loss.expression, loss.variables).map((g) =>
      compileFunction(g, loss.variables),
    )
    for (const at of loss.minima) {
      const slope = slopes.map((g) => g(...at))
      if (slope.some(Number.isNaN)) continue
      const hessian = hessianAt(loss, at)
      const steepest = Math.max(...hessian.map(Math.abs))
      expect(Math.hypot(...slope)).toBeLessThanOrEqual(1e-14 * steepest * (1 + Math.hypot(...at)))
      const least = at.length === 1 ? (hessian[0] as number) : bendsOf(hessian)[1].value
      expect(least).toBeGreaterThanOrEqual(-1e-12 * steepest)
    }
  })

  test('nothing in its domain is lower than its deepest minimum', () => {
    if (entry.minima.length === 0) return
    const deepest = Math.min(...loss.minima.map((at) => value(...at)))
    expect(lowestIn(entry.domain, value)).toBeGreaterThanOrEqual(deepest - 1e-12)
  })

  test('its suggested learning rate does not diverge', () => {
    const [trace] = runExperiment({
      f: id,
      steps: 200,
      runs: [{ optimizer: 'sgd', hyper: { lr: entry.rate } }],
    })
    expect(trace?.outcome.kind).not.toBe('diverged')
  })
})

test('ids are unique', () => {
  expect(new Set(functions.map((entry) => entry.id)).size).toBe(functions.length)
})

test('the soda can is in real units', () => {
  const { minima, expression, variables } = readLoss('soda')
  expect(minima[0]?.[0]).toBeCloseTo((330 / (2 * Math.PI)) ** (1 / 3), 14)
  const R = minima[0]?.[0] as number
  const surface = 2 * Math.PI * R * R + (2 * 330) / R
  expect(compileFunction(expression, variables)(R)).toBeCloseTo(surface / 330, 14)
})
