import { describe, expect, test } from 'vitest'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { mend } from './mend.ts'

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
})
