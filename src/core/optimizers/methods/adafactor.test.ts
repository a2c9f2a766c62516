import { describe, expect, test } from 'vitest'
import type { Trace } from '../../descent/trace.ts'
import type { Experiment, RunSpec } from '../../experiment/experiment.ts'
import { prepare } from '../../experiment/prepare.ts'
import { runExperiment } from '../../runs/runExperiment.ts'

const run = (experiment: Experiment) => runExperiment(experiment)[0] as Trace

describe('Adafactor is PyTorch’s of a vector', () => {
  test('the first step by hand: RMS(x)·η with the sign of each slope', () => {
    const hyper = { lr: 0.1 }
    const runs = [{ optimizer: 'adafactor', hyper }]
    // At first v = g², so that u is the sign and its RMS 1.
    expect([...run({ f: 'x^2', start: [3], steps: 1, runs }).x]).toEqual([
      3,
      expect.closeTo(3 - 0.3, 14),
    ])
    const length = 0.1 * Math.sqrt((9 + 16) / 2)
    expect([...run({ f: 'x^2 - y', start: [3, 4], steps: 1, runs }).x]).toEqual([
      3,
      4,
      expect.closeTo(3 - length, 14),
      expect.closeTo(4 + length, 14),
    ])
  })

  test('a line that does nothing is not there', () => {
    const rule = (hyper: RunSpec['hyper'] & object) =>
      prepare({ f: 'x^2', runs: [{ optimizer: 'adafactor', hyper }] }).runs[0]?.rule
    expect(rule({})?.lines.map(({ name }) => name)).toEqual(['v', 'u', 'alpha', 'x'])
    expect(rule({ weight_decay: 0.1, maximize: true })?.lines).toHaveLength(6)
  })

  test('None is PyTorch’s default of the first epsilon, the smallest step of a double', () => {
    const epsOf = (eps: readonly (number | null)[]) =>
      prepare({ f: 'x^2', runs: [{ optimizer: 'adafactor', hyper: { eps } }] }).runs[0]?.settings
    expect(epsOf([null, 0.5])).toMatchObject({ eps1: 2 ** -52, eps2: 0.5 })
    expect(() => epsOf([0, null])).toThrow('Epsilon 2 must be a number')
  })
})
