import { describe, expect, test } from 'vitest'
import { isGroup } from '../hyper.ts'
import { schedules } from '../schedules/index.ts'
import { warmup } from '../schedules/warmup.ts'
import { matrixOptimizers, optimizers } from './index.ts'
import { labelOfHyper } from './label.ts'

test.each([
  ['lr', 'Learning rate'],
  ['beta1', 'Beta 1'],
  ['T_0', 'T 0'],
  ['T_max', 'T max'],
  ['weight_decay', 'Weight decay'],
  ['a__12', 'A 12'],
])('%s is called %s', (key, label) => {
  expect(labelOfHyper(key)).toBe(label)
})

describe('no two numbers are called alike, and no name has a gap in', () => {
  const all = [...optimizers, ...matrixOptimizers, ...schedules, warmup]
  test.each(all.map(({ id, hyper }) => [id, hyper] as const))('%s', (_, hyper) => {
    const keys = Object.entries(hyper).flatMap(([key, entry]) =>
      isGroup(entry) ? Object.keys(entry) : [key],
    )
    const labels = keys.map(labelOfHyper)
    for (const label of labels) expect(label).toMatch(/^[A-Z]\S*( \S+)*$/)
    expect(new Set(labels).size).toBe(labels.length)
  })
})
