import { describe, expect, test } from 'vitest'
import { prepare } from '../experiment/prepare.ts'
import { print } from '../language/print.ts'
import { optimizers } from '../optimizers/index.ts'
import { hyperOf, type Optimizer, ruleOf } from '../optimizers/optimizer.ts'
import { fold } from './fold.ts'
import { parseRule, type Rule } from './rule.ts'

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
    expect(text(fold(rule, { c: 0 }))).toEqual(['a = g', 'g = 2*g', 'x = x - lr*(a + g)'])
  })
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
    const read = fold(ruleOf(optimizer), settings).hyper
    for (const [name] of switches(optimizer)) expect(read).not.toContain(name)
  },
)
