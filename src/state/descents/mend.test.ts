import { describe, expect, test, vi } from 'vitest'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { prepare } from '../../core/experiment/prepare.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { mend } from './mend.ts'

vi.mock('../../core/experiment/prepare.ts', { spy: true })

const otherwise: Experiment = { f: 'tanhsin', steps: 15 }
const any = () => undefined
const mended = (said: object) => mend(said as Partial<Experiment>, otherwise, any)

describe('of what is said, what is right still counts', () => {
  test('all of it', () => {
    const said = {
      f: 'x^2',
      start: [3],
      steps: 7,
      at: 2,
      runs: [{ optimizer: 'adam', hyper: { lr: 1 } }],
    }
    expect(mended(said)).toEqual({ experiment: said, complaints: [] })
  })

  test('nothing said', () => {
    expect(mended({})).toEqual({ experiment: otherwise, complaints: [] })
  })

  test('a function that cannot be read is kept as text, the rest still works', () => {
    const { experiment, complaints, rejected } = mended({
      f: 'x +',
      steps: 7,
      runs: [{ optimizer: 'adam' }],
    })
    expect(rejected).toBe('x +')
    expect(complaints).toEqual([expect.stringContaining('Expected a number')])
    expect(experiment).toEqual({ f: 'tanhsin', steps: 7, runs: [{ optimizer: 'adam' }] })
  })

  test('a start outside the domain gives way to another', () => {
    const { experiment, complaints } = mended({ f: 'log(x)', start: [-1], steps: 7 })
    expect(experiment).toEqual({ f: 'log(x)', steps: 7 })
    expect(complaints).toEqual([expect.stringContaining('ln of −1')])
  })

  test('a function whose usual start is outside its domain is read with the start it came with', () => {
    expect(mended({ f: 'log(x - 5)', start: [6] }).complaints).toEqual([])
  })

  test('arguments that are refused are left out one by one', () => {
    const hyper = { nesterov: true, lr: -1, momentum: 0.9, speed: 3, dampening: Number.NaN }
    const { experiment, complaints } = mended({ f: 'x^2', runs: [{ optimizer: 'sgd', hyper }] })
    expect(experiment.runs).toEqual([
      { optimizer: 'sgd', hyper: { nesterov: true, momentum: 0.9 } },
    ])
    expect(complaints).toHaveLength(3)
  })

  test('a step behind the last one is the last one', () => {
    expect(mended({ f: 'x^2', at: 100, steps: 5 })).toEqual({
      experiment: { f: 'x^2', at: 5, steps: 5 },
      complaints: ['There is no step 100 in 5 steps: the last one is shown'],
    })
  })

  test.each([-3, 2.5, Number.NaN])(
    '%d steps are wrong by themselves, not the step that is shown',
    (steps) => {
      const { experiment, complaints } = mended({ f: 'x^2', start: [1], at: 3, steps })
      expect(experiment).toEqual({ f: 'x^2', start: [1], at: 3 })
      expect(complaints).toEqual([expect.stringMatching(/steps"? must be a whole number/)])
    },
  )

  test('an unknown optimizer leaves the usual one', () => {
    const { experiment, complaints } = mended({
      f: 'x^2',
      runs: [{ optimizer: 'magic', hyper: { lr: 1 } }],
    })
    expect(experiment).toEqual({ f: 'x^2' })
    expect(complaints).toEqual([expect.stringContaining('There is no optimizer "magic"')])
  })

  test('what the lab cannot show is refused like what cannot start', () => {
    const check = ({ f }: Experiment) => {
      if (f.includes('y')) throw new ExperimentError('one variable, please')
    }
    expect(mend({ f: 'x*y' }, otherwise, check)).toMatchObject({
      rejected: 'x*y',
      complaints: ['one variable, please'],
    })
  })

  test('a start counts without a function', () => {
    expect(mended({ start: [3] })).toEqual({
      experiment: { ...otherwise, start: [3] },
      complaints: [],
    })
  })

  test('single parameters are left out', () => {
    const { experiment, complaints } = mended({ f: 'bowl', params: { kappa: -1, angle: 30, a: 2 } })
    expect(experiment).toEqual({ f: 'bowl', params: { angle: 30 } })
    expect(complaints).toEqual(['This function has no parameter a', 'kappa must be above 0'])
  })

  test('a schedule that cannot be goes, the warm-up before it stays', () => {
    const schedule = { kind: 'step', gamma: 0.5, warmup: { steps: 4 } }
    const { experiment } = mended({ f: 'x^2', runs: [{ optimizer: 'sgd', schedule }] })
    expect(experiment.runs).toEqual([{ optimizer: 'sgd', schedule: { warmup: { steps: 4 } } }])
  })

  test('what needs another argument goes, the others stay', () => {
    const hyper = { lr: 0.1, nesterov: true, dampening: 0.5 }
    const { experiment, complaints } = mended({ f: 'x^2', runs: [{ optimizer: 'sgd', hyper }] })
    expect(experiment.runs?.[0]?.hyper).toEqual({ lr: 0.1, dampening: 0.5 })
    expect(complaints).toEqual([expect.stringContaining('Nesterov')])
  })

  test('mistakes that are none, and those without a place, go', () => {
    const bugs = ['no-zero-grad', 'typo', 'stale-closure', 'other']
    const { experiment, complaints } = mended({ f: 'x^2', runs: [{ optimizer: 'sgd', bugs }] })
    expect(experiment.runs?.[0]?.bugs).toEqual(['no-zero-grad'])
    expect(complaints).toEqual([
      expect.stringMatching(/^There is no bug "typo" or "other"; there are no-zero-grad/),
      'SGD has no place for the bug "stale-closure"',
    ])
  })

  test('branches follow their run, or go their own way where it is gone', () => {
    const { experiment } = mended({
      f: 'x^2',
      runs: [
        { optimizer: 'magic' },
        { optimizer: 'adam' },
        { optimizer: 'sgd', from: { run: 1, step: 2 } },
        { optimizer: 'adam', from: { run: 0, step: 2 } },
      ],
    })
    expect(experiment.runs).toEqual([
      { optimizer: 'adam' },
      { optimizer: 'sgd', from: { run: 0, step: 2 } },
      { optimizer: 'adam' },
    ])
  })

  test('the text of a rule that cannot be read is kept beside its run', () => {
    const { experiment, rejectedRule } = mended({
      f: 'x^2',
      runs: [{ optimizer: 'magic' }, { optimizer: 'custom', rule: 'x = ' }, { optimizer: 'sgd' }],
    })
    expect(experiment.runs).toEqual([{ optimizer: 'custom' }, { optimizer: 'sgd' }])
    expect(rejectedRule).toEqual({ run: 0, text: 'x = ' })
  })
})

describe('an experiment is looked up', () => {
  const count = (said: object) => {
    const spy = vi.mocked(prepare)
    spy.mockClear()
    mended(said)
    return spy.mock.calls.length
  }
  const runs = [{ optimizer: 'sgd' }, { optimizer: 'adam' }, { optimizer: 'lbfgs' }]

  test('once if nothing is wrong', () => {
    expect(count({ f: 'rosenbrock', steps: 9, at: 3, noise: 0.5, seed: 1, runs })).toBe(1)
    expect(count({})).toBe(1)
  })

  test('once more for all unknown names together, however many', () => {
    const hyper = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`a${i}`, 1]))
    expect(count({ f: 'x^2', runs: [{ optimizer: 'sgd', hyper }] })).toBe(2)
    const bugs = Object.keys(hyper)
    expect(count({ f: 'x^2', runs: [{ optimizer: 'sgd', bugs }] })).toBe(2)
    expect(count({ f: 'x^2', params: hyper })).toBe(2)
  })

  test('once more for all that is wrong with the arguments of all runs', () => {
    const hyper = { lr: -1, momentum: -1, dampening: Number.NaN }
    const wrong = Array.from({ length: 9 }, () => ({ optimizer: 'sgd', hyper }))
    expect(count({ f: 'x^2', runs: wrong })).toBe(2)
  })
})
