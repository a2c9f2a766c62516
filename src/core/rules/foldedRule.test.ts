import { describe, expect, test } from 'vitest'
import { optimizers } from '../optimizers/index.ts'
import { hyperOf, ruleOf } from '../optimizers/optimizer.ts'
import { fold } from './fold.ts'
import { folded } from './foldedRule.ts'
import { parseRule } from './parseRule.ts'
import type { Rule } from './rule.ts'
import type { Settings } from './switches.ts'

/** What a setting may be: a flag of PyTorch's, the same flag as the number of a copied rule, and numbers. */
const values = [true, false, 1, 0, -0, 0.5]

const expectAll = (full: Rule, all: readonly Settings[]) => {
  for (const settings of all) expect(folded({ full, settings })).toEqual(fold({ full, settings }))
}

describe('a rule that was folded before is kept, and taken only for settings that fold alike', () => {
  test.each(optimizers.map((o) => [o.id, o] as const))('%s', (_, optimizer) => {
    const rule = ruleOf(optimizer)
    const names = [...hyperOf(optimizer).keys()]
    const usual = Object.fromEntries(names.map((name) => [name, 0.5]))
    expectAll(
      rule,
      names.flatMap((name) => values.map((value) => ({ ...usual, [name]: value }))),
    )
  })

  test('where only a start compares', () => {
    const rule = parseRule('m_0 = where(a > 1, 1, 0); m = b*m + g; x = x - lr*m')
    expectAll(
      rule,
      [2, 0.5].map((a) => ({ a, b: 0.9, lr: 0.1 })),
    )
  })

  test('where only a default differs', () => {
    const rules = [0.5, 0.7].map((b) => parseRule(`b = ${b}; m = b*m + g; x = x - lr*m`))
    for (const rule of rules) expectAll(rule, [{ b: 0.9, lr: 0.1 }])
  })
})

test('the same lines and switches are the same object', () => {
  const full = parseRule('m = b*m + g; x = x - lr*m')
  const [one, other] = [
    { b: 0.9, lr: 0.1 },
    { b: 0.8, lr: 1 },
  ].map((settings) => folded({ full, settings }))
  expect(one).toBe(other)
})
