import { describe, expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import { prepare } from '../experiment/prepare.ts'
import { print } from '../language/print.ts'
import { optimizers } from '../optimizers/index.ts'
import { hyperOf, type Optimizer, ruleOf } from '../optimizers/optimizer.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { fold } from './fold.ts'
import { parseRule } from './parseRule.ts'
import type { Rule } from './rule.ts'

const text = ({ lines }: Rule) => lines.map(({ name, value }) => `${name} = ${print(value)}`)
const folded = (id: string, hyper: object = {}) =>
  text(prepare({ f: 'x', runs: [{ optimizer: id, hyper: hyper as never }] }).runs[0]?.rule as Rule)

describe('options that are off fold away', () => {
  test('plain gradient descent is one line', () => {
    expect(folded('sgd')).toEqual(['x = x - lr*g'])
  })

  test('momentum without dampening needs no first step of its own', () => {
    expect(folded('sgd', { momentum: 0.9 })).toEqual(['b = momentum*b + g', 'x = x - lr*b'])
    expect(folded('sgd', { momentum: 0.9, dampening: 0.5 })[0]).toContain('where(t > 1')
  })

  test('Adam without extras is the paper’s', () => {
    expect(folded('adam')).toEqual([
      'm = beta1*m + (1 - beta1)*g',
      'v = beta2*v + (1 - beta2)*g^2',
      'mhat = m/(1 - beta1^t)',
      'vhat = v/(1 - beta2^t)',
      'x = x - lr*(mhat/(sqrt(vhat) + eps))',
    ])
  })

  test('a memory that no longer reaches x is dropped, one that never did is kept', () => {
    expect(folded('rmsprop').join()).not.toContain('gbar')
    expect(folded('asgd').join()).toContain('xbar')
  })

  test('a learning rate of 0 stays in the rule', () => {
    expect(folded('sgd', { lr: 0 })).toEqual(['x = x - lr*g'])
  })

  test('a value is not moved past a line that changes what it reads', () => {
    const rule = parseRule('a = g + c; g = 2*g; x = x - lr*(a + g)')
    expect(text(fold({ full: rule, settings: { c: 0 } }))).toEqual([
      'a = g',
      'g = 2*g',
      'x = x - lr*(a + g)',
    ])
  })
})

describe('a line that something still reads stays', () => {
  const points = (rule: string, hyper: Record<string, number>) => {
    const runs = [{ optimizer: 'custom', rule, hyper: { lr: 0.1, ...hyper } }]
    return runExperiment({ f: 'x^2', start: [3], steps: 2, runs })[0] as Trace
  }
  const digits = (numbers: ArrayLike<number> = []) =>
    Array.from(numbers, (value) => Number(value.toFixed(12)))

  test('where what reads it is shown', () => {
    const rule = 'v = beta*v + g; change = v - prev(v); x = x - lr*(g + c*v)'
    const { x, quantities } = points(rule, { beta: 0.9, c: 0 })
    expect(digits(x)).toEqual([3, 2.4, 1.92])
    expect(digits(quantities.change)).toEqual([6, 4.2])
    const { quantities: sizes } = points('v = beta*v + g; size = abs(v); x = x - lr*(g + c*v)', {
      beta: 0.9,
      c: 0,
    })
    expect(digits(sizes.size)).toEqual([6, 10.2])
  })

  test('where only a start reads it, or nothing but the record', () => {
    const schedule = { kind: 'exponential', gamma: 0.5 }
    const scheduled = (rule: string, hyper: Record<string, number>) =>
      runExperiment({
        f: 'x^2',
        start: [3],
        steps: 3,
        runs: [{ optimizer: 'custom', rule, schedule, hyper: { lr: 0.4, ...hyper } }],
      })[0] as Trace
    const started = scheduled('s_0 = lr; s = 0.5*s; x = x - s*g', {})
    const still = scheduled('x = x - c*lr*g', { c: 0 })
    for (const { lr } of [started, still]) expect(digits(lr)).toEqual([0.4, 0.2, 0.1])
    expect(digits(started.x.slice(0, 2))).toEqual([3, 1.8])
  })
})

test('a memory that counts every step is the number of the step', () => {
  const rule = parseRule('n = where(c == 0, n, n + 1); m = where(n > 1, 0.5, 1)*g; x = x - lr*m')
  expect(text(fold({ full: rule, settings: { c: 1 } }))[0]).toBe('m = where(t > 1, 0.5, 1)*g')
  expect(text(fold({ full: rule, settings: { c: 0 } }))[0]).toBe('n = n')
  const own = parseRule('n = n + 1; x = x - lr*g/n')
  expect(text(fold({ full: own, settings: {} }))[0]).toBe('n = n + 1')
})

const switches = (optimizer: Optimizer) =>
  [...hyperOf(optimizer)].filter(([, { value }]) => value === 0 || value === false)

test.each(optimizers.map((o) => [o.id, o] as const))(
  '%s: every option that is off leaves no trace',
  (_, optimizer) => {
    const settings = Object.fromEntries(
      [...hyperOf(optimizer)].map(([name, { value }]) => [
        name,
        typeof value === 'function' ? 1 : value,
      ]),
    )
    const read = fold({ full: ruleOf(optimizer), settings }).hyper
    for (const [name] of switches(optimizer)) expect(read).not.toContain(name)
  },
)
