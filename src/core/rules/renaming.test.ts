// Names mean nothing but what the lines make of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import type { RunSpec } from '../experiment/experiment.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { bareName } from './sequence.ts'
import { plainNames, renamed } from './test/renamed.ts'
import { wordsWithin } from './test/wordsWithin.ts'

const points = (rule: string, hyper: RunSpec['hyper'] & object) => {
  const runs = [{ optimizer: 'custom', rule, hyper: { lr: 0.1, ...hyper } }]
  const trace = runExperiment({ f: 'x^2', start: [3], steps: 2, runs })[0] as Trace
  return [...trace.x].map((x) => Number(x.toFixed(12)))
}

describe('words that the code uses inside are names like any other', () => {
  const right = [3, 2.4, 1.38]

  test.each(wordsWithin)('%s as memory', (n) => {
    expect(points(`${n} = 0.9*${n} + g; x = x - lr*${n}`, {})).toEqual(right)
  })

  test.each(wordsWithin)('%s as a hyper-parameter', (n) => {
    expect(points(`m = ${n}*m + g; x = x - lr*m`, { [n]: 0.9 })).toEqual(right)
  })
})

const renamedIn = (text: string, words: readonly string[]) =>
  plainNames.reduce((all, n, i) => all.replaceAll(n, words[i] as string), text)

test('a rule computes the same under any names', () => {
  fc.assert(
    fc.property(renamed, ({ plain, other, words }) => {
      const [before, after] = [runExperiment(plain), runExperiment(other)]
      before.forEach((trace, i) => {
        const { x, f, lr, lines, quantities } = after[i] as Trace
        expect({ x, f, lr, lines }).toEqual({
          x: trace.x,
          f: trace.f,
          lr: trace.lr,
          lines: trace.lines,
        })
        const names = Object.keys(trace.quantities).map((n) => renamedIn(n, words))
        // The schedule's own are called by their scope where a name of the rule is the same.
        expect(Object.keys(quantities).map(bareName)).toEqual(names)
        expect(Object.values(quantities)).toEqual(Object.values(trace.quantities))
      })
    }),
    { numRuns: 200, seed: 20261128 },
  )
}, 60_000)
