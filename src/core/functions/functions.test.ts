import { describe, expect, test } from 'vitest'
import { gradient } from '../language/derivative.ts'
import type { Expression } from '../language/expression.ts'
import { compileFunction } from '../language/program.ts'
import { runExperiment } from '../runs/descend.ts'
import { readLoss } from '../runs/loss.ts'
import { functions } from './index.ts'

const parameterSettings = (ranges: readonly (readonly [number, number])[]) =>
  ranges.length ? ranges.flatMap((range) => [...range]) : [undefined]

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
    const parameters = Object.entries(entry.parameters ?? {})
    for (const setting of parameterSettings(parameters.map(([, p]) => p.range))) {
      const params = setting === undefined ? {} : { [parameters[0]?.[0] as string]: setting }
      const { expression, variables, minima } = readLoss(id, params)
      const f = compileFunction(expression, variables)
      const slopes = gradient(expression, variables).map((g) =>
        compileFunction(g as Expression, variables),
      )
      for (const at of minima) {
        for (const h of [1e-6, 1e-4, 1e-3]) {
          at.forEach((_, i) => {
            for (const step of [-h, h]) {
              const aside = at.map((v, j) => (i === j ? v + step : v))
              expect(f(...aside)).toBeGreaterThanOrEqual(f(...at))
              expect(Math.sign(slopes[i]?.(...aside) as number)).toBe(Math.sign(step))
            }
          })
        }
      }
    }
  })

  test('nothing in its domain is lower than its deepest minimum', () => {
    if (entry.minima.length === 0) return
    const deepest = Math.min(...loss.minima.map((at) => value(...at)))
    const [from, to] = entry.domain[0] as [number, number]
    for (let i = 0; i <= 5000; i++) {
      expect(value(from + ((to - from) * i) / 5000)).toBeGreaterThanOrEqual(deepest - 1e-12)
    }
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
