import { describe, expect, test } from 'vitest'
import { ExperimentError } from '../experimentError.ts'
import { limits } from '../limits.ts'
import type { Experiment, RunSpec } from './experiment.ts'
import { prepare } from './prepare.ts'

const faultsOf = (experiment: object) => {
  try {
    prepare(experiment as Experiment)
  } catch (error) {
    expect(error).toBeInstanceOf(ExperimentError)
    return (error as ExperimentError).faults
  }
  return []
}
const sgd = { optimizer: 'sgd' }
const of = (count: number, text: (i: number) => string, between: string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(between)
const run = (spec: RunSpec) => ({ f: 'x^2', runs: [spec] })
const written = (rule: string) => run({ optimizer: 'custom', rule })
const lines = (count: number) => `${of(count - 1, (i) => `m${i} = g`, '\n')}\nx = x - lr*g`
const multistep = (count: number) =>
  run({
    ...sgd,
    schedule: { kind: 'multistep', milestones: Array.from({ length: count }, (_, i) => i) },
  })

/** Each limit by what just keeps it and what is just beyond. */
const cases: readonly [keyof typeof limits, (size: number) => object, words: RegExp][] = [
  ['steps', (steps) => ({ f: 'x', steps }), /^At most 1,000,000 steps can be run$/],
  ['racers', (count) => ({ f: 'x', runs: Array(count).fill(sgd) }), /^At most 10 optimizers/],
  ['expression', (size) => ({ f: `${'x+'.repeat((size - 2) / 2)}x${size % 2 ? '+1' : '1'}` }), /./],
  ['nesting', (deep) => ({ f: `${'('.repeat(deep - 1)}x${')'.repeat(deep - 1)}` }), /100 deep/],
  ['args', (count) => ({ f: `max(${of(count, () => 'x', ',')})` }), /^More than 50 arguments/],
  [
    'ruleText',
    (size) => written(`x = x - lr*g${' '.repeat(size - 12)}`),
    /at most 5000 characters/,
  ],
  ['ruleLines', (count) => written(lines(count)), /^A rule has at most 60 lines/],
  [
    'ruleNames',
    (count) => written(`x = x - lr*(${of(count, (i) => `q${i}q`, '+')})`),
    /^A rule has at most 50 hyper-parameters/,
  ],
  ['milestones', multistep, /^Milestones are at most 500 numbers/],
]

describe('a limit', () => {
  test.each(cases.filter(([name]) => name !== 'expression'))(
    'of %s: what keeps it starts, what is beyond says so',
    (name, make, words) => {
      expect(faultsOf(make(limits[name].most))).toEqual([])
      expect(faultsOf(make(limits[name].most + 1)).map(({ message }) => message)).toEqual([
        expect.stringMatching(words),
      ])
    },
  )

  test('of the text of an expression', () => {
    const long = `${'x+'.repeat(499)}10`
    expect(faultsOf({ f: long })).toEqual([])
    expect(faultsOf({ f: `${long}0` })[0]?.message).toMatch(/longer than 1000 characters: shorten/)
  })

  test('has words that say what to do, and stands only in its table', () => {
    for (const { most, words } of Object.values(limits)) {
      expect(most).toBeGreaterThan(0)
      expect(words).toMatch(/[a-z]/)
    }
  })
})

describe('what would take too long is refused', () => {
  const steps = 1_000_000
  const message = (experiment: object) => faultsOf(experiment)[0]?.message

  test('by steps and lines, with the number of steps that can be run', () => {
    const slow = { ...written(lines(60)), f: 'tan(x)*sin(x)', noise: 1 }
    const race = { ...slow, runs: Array(10).fill(slow.runs[0]) }
    expect(message({ ...race, steps })).toMatch(/^1,000,000 steps .* too long: choose at most \d+,/)
    const [, possible = ''] = /at most ([\d,]+)/.exec(String(message({ ...race, steps }))) ?? []
    expect(message({ ...race, steps: Number(possible.replaceAll(',', '')) })).toBeUndefined()
    expect(faultsOf({ ...race, steps })[0]?.at).toEqual([['steps']])
  })

  test('by what one step may take', () => {
    const hyper = { max_iter: 10_000 }
    const lbfgs = { f: 'x^2', steps: 1000, runs: [{ optimizer: 'lbfgs', hyper }] }
    expect(message(lbfgs)).toMatch(/^1000 steps would take too long: choose at most \d+$|^1,000/)
    const endless = { ...lbfgs, runs: [{ optimizer: 'lbfgs', hyper: { history_size: 1e9 } }] }
    expect(message(endless)).toBe('A step of L-BFGS would take too long: give it less to do')
    expect(faultsOf(endless)[0]?.at).toEqual([['runs', 0, 'hyper']])
  })

  test.each([
    ['a long run of one optimizer', { f: 'rosenbrock', steps, runs: [{ optimizer: 'adam' }] }],
    ['a long race', { f: 'tanhsin', steps: 400_000, runs: Array(10).fill({ optimizer: 'adam' }) }],
    ['a long search', { f: 'rosenbrock', steps: 20_000, runs: [{ optimizer: 'lbfgs' }] }],
    [
      'a long run by evaluations',
      { f: 'x^2', steps, budget: 'evaluations', runs: [{ optimizer: 'cg' }] },
    ],
  ])('%s is not', (_, experiment) => {
    expect(faultsOf(experiment)).toEqual([])
  })
})

describe('messages', () => {
  const long = 'a'.repeat(100_000)
  test.each([
    [{ f: long }],
    [{ f: 'x', [long]: 1 }],
    [{ f: 'x', params: { [long]: 1 } }],
    [run({ optimizer: long })],
    [run({ ...sgd, hyper: { [long]: 1 } })],
    [
      run({
        ...sgd,
        hyper: Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`a${i}`, 1])),
      }),
    ],
    [run({ ...sgd, schedule: { kind: long } })],
    [run({ ...sgd, schedule: { kind: 'step', step_size: 1, [long]: 1 } })],
    [run({ ...sgd, bugs: [long, `${long}b`] })],
    [{ f: `sin${'a'.repeat(900)}(x)` }],
    [{ f: `x + ${'1'.repeat(900)}` }],
    [{ f: `x |${'a'.repeat(900)}|` }],
    [written(`x = x - lr*grad${'a'.repeat(900)}(x)`)],
    [written(`${'b'.repeat(400)} = g\nx = x - lr*${'b'.repeat(399)}c`)],
  ])('quote no more than can be taken in: %#', (experiment) => {
    const [message = ''] = faultsOf(experiment).map((fault) => fault.message)
    expect(message.length).toBeGreaterThan(0)
    expect(message.length).toBeLessThan(400)
  })
})
