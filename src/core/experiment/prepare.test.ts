import { describe, expect, test } from 'vitest'
import { ExperimentError } from '../experimentError.ts'
import { functions } from '../functions/index.ts'
import { optimizers } from '../optimizers/index.ts'
import type { Experiment } from './experiment.ts'
import { prepare } from './prepare.ts'

const refused = (experiment: object): string => {
  try {
    prepare(experiment as Experiment)
  } catch (error) {
    expect(error).toBeInstanceOf(ExperimentError)
    return (error as Error).message
  }
  return expect.unreachable(JSON.stringify(experiment))
}
const withHyper = (optimizer: string, hyper: object) => ({ f: 'x^2', runs: [{ optimizer, hyper }] })

describe('what is left out has its default', () => {
  test('only f is needed', () => {
    const { start, steps, runs } = prepare({ f: 'x^2' })
    expect({ start, steps, label: runs[0]?.label, lr: runs[0]?.settings.lr }).toEqual({
      start: [1],
      steps: 50,
      label: 'SGD',
      lr: 1e-3,
    })
  })

  test.each(functions.map((entry) => [entry.id, entry] as const))(
    '%s starts where it says',
    (id, entry) => {
      expect(prepare({ f: id }).start).toEqual(entry.start)
    },
  )

  test.each(optimizers.map((o) => [o.id]))('%s has PyTorch’s defaults and runs', (id) => {
    expect(prepare({ f: 'x^2', runs: [{ optimizer: id }] }).runs).toHaveLength(1)
  })
})

describe('variables', () => {
  test.each([
    ['R^2 + a', ['R', 'a']],
    ['y*x', ['x', 'y']],
    ['e^x + pi', ['x']],
    ['3', ['x']],
  ])('of %s', (f, variables) => {
    expect(prepare({ f }).loss.variables).toEqual(variables)
  })
})

describe('an experiment that cannot start says so in a sentence', () => {
  test.each<[object, string | RegExp]>([
    [{ f: 'x +' }, /^Expected a number.*at character 4$/],
    [
      { f: 'log(x)', start: [-1] },
      /^f is not defined at the start x = −1 \(ln of −1\): choose another start$/,
    ],
    [{ f: '1/x', start: [0] }, /\(1 divided by 0\)/],
    [{ f: '1/0' }, 'f is infinite wherever it starts: it is always 1 divided by 0'],
    [{ f: 'x^2', start: [Number.NaN] }, 'The start of x must be a number'],
    [{ f: 'x^2', start: [Infinity] }, 'The start of x must be a number'],
    [
      { f: 'x^2', start: [1e200] },
      /^f is infinite at the start x = 10²⁰⁰ \(10²⁰⁰ to the power 2\)/,
    ],
    [{ f: 'x*y', start: [1] }, 'f is a function of x, y, but the start has 1 number'],
    [{ f: 'where(x > 0, ln(x), 1/(x+1))', start: [-1] }, /\(1 divided by 0\)/],
    [
      { f: 'x^2', runs: [{ optimizer: 'Adam' }] },
      'There is no optimizer "Adam"; did you mean "adam"?',
    ],
    [{ f: 'soda', params: { V: -5 } }, 'V must be above 0'],
    [{ f: 'x^2', steps: -1 }, /whole number/],
    [{ f: 'x^2', steps: 1.5 }, /whole number/],
    [{ f: 'x^2', steps: 1e7 }, 'At most 1,000,000 steps can be run'],
    [{ f: 'x^2', runs: [] }, /at least one run/],
    [{ f: 'x^2', params: { V: 3 } }, 'This function has no parameter V'],
    [
      { f: 'x^2', runs: [{ optimizer: 'magic' }] },
      /^There is no optimizer "magic"; there are sgd, adam, /,
    ],
    [{ f: 'x^2', noise: -1 }, '"noise" must be a number, 0 or more'],
    [{ f: 'x^2', noise: Infinity }, '"noise" must be a number, 0 or more'],
    [{ f: 'x^2', noise: '1' }, '"noise" must be a number, 0 or more'],
    [{ f: 'x^2', seed: 1.5 }, '"seed" must be a whole number, 0 or more'],
    [{ f: 'x^2', seed: -1 }, '"seed" must be a whole number, 0 or more'],
    [{ f: 'x^2', seed: 2 ** 53 }, '"seed" must be a whole number, 0 or more'],
    [
      { f: 'x^2', runs: [{ optimizer: 'sgd', schedule: { kind: 'step' } }] },
      'Step (staircase) needs a value for "step_size"',
    ],
    [withHyper('sgd', { lr: -0.1 }), 'Learning rate must not be below 0'],
    [withHyper('sgd', { lr: Number.NaN }), 'Learning rate must be a number'],
    [withHyper('sgd', { momentum: -1 }), 'Momentum must not be below 0'],
    [withHyper('sgd', { nesterov: true }), /^Nesterov momentum needs a momentum above 0/],
    [
      withHyper('sgd', { nesterov: true, momentum: 0.9, dampening: 0.1 }),
      /^Nesterov momentum needs/,
    ],
    [withHyper('sgd', { nesterov: 1 }), 'Nesterov is true or false'],
    [withHyper('sgd', { speed: 1 }), /^SGD has no "speed"; it has lr, momentum/],
    [withHyper('adam', { betas: [0.9] }), '"betas" of Adam takes 2 numbers: beta1, beta2'],
    [withHyper('adam', { betas: [0.9, 1] }), 'Beta 2 must be below 1'],
    [withHyper('adadelta', { rho: 1.5 }), 'Rho must not be above 1'],
    [withHyper('rprop', { etas: [1.1, 1.2] }), /^Rprop needs an eta minus/],
  ])('%j', (experiment, message) => {
    expect(refused(experiment)).toMatch(message)
  })

  test.each([
    null,
    undefined,
    5,
    'x^2',
    [],
    {},
    { f: null },
    { f: ['x'] },
    { f: 'x', start: '5' },
    { f: 'x', start: 5 },
    { f: 'x', start: new Array(1) },
    { f: 'x', start: { length: 1, 0: 1 } },
    { f: 'x', steps: null },
    { f: 'x', at: 'x' },
    { f: 'x', at: -5 },
    { f: 'x', lab: 5 },
    { f: 'x', params: null },
    { f: 'x', params: 'V' },
    { f: 'x', runs: {} },
    { f: 'x', runs: 'adam' },
    { f: 'x', runs: ['adam'] },
    { f: 'x', runs: new Array(1) },
    { f: 'x', runs: [{}] },
    { f: 'x', runs: [{ optimizer: {} }] },
    { f: 'x', runs: [{ optimizer: 'adam', hyper: null }] },
    { f: 'x', runs: [{ optimizer: 'adam', hyper: [0.1] }] },
    { f: 'x', runs: [{ optimizer: 'adam', hyper: new Map([['lr', 5]]) }] },
    { f: 'x', runs: [{ optimizer: 'adam', hyper: { lr: null } }] },
    { f: 'x', runs: [{ optimizer: 'adam', schedule: null }] },
    { f: 'x', runs: [{ optimizer: 'adam', schedule: { kind: 5 } }] },
    { f: 'x', runs: [{ optimizer: 'adam', schedule: { kind: 'step', step_size: {} } }] },
    { f: 'x', runs: [{ optimizer: 'adam', schedule: { warmup: 5 } }] },
    { f: 'x', runs: [{ optimizer: 'adam', bugs: [1] }] },
    { f: 'x', runs: [{ optimizer: 'adam', from: { run: 0 } }] },
    { f: 'x', runs: [{ optimizer: 'custom', rule: 5 }] },
    { f: 'x', runs: [{ optimizer: 'lbfgs', hyper: { line_search_fn: {} } }] },
    { f: 'x', runs: [{ optimizer: 'adam', hyper: { lr: '0.1' } }] },
    { f: 'x', runs: [{ optimizer: 'adam', hyper: { betas: 0.9 } }] },
  ])('whatever it is made of: %j', (experiment) => {
    expect(refused(experiment as never)).not.toMatch(/undefined|NaN|\[object/)
  })

  test('noise and seed are 0 unless something else is said', () => {
    expect(prepare({ f: 'x^2' })).toMatchObject({ noise: 0, seed: 0 })
    expect(prepare({ f: 'x^2', noise: 0.5, seed: 3 })).toMatchObject({ noise: 0.5, seed: 3 })
  })

  test('what is not there is left out', () => {
    const hyper = { lr: undefined, momentum: 0.5 }
    const runs = [{ optimizer: 'sgd', hyper, schedule: undefined, bugs: undefined }]
    const { settings } = prepare({ f: 'x^2', runs } as unknown as Experiment).runs[0] ?? {}
    expect(settings).toMatchObject({ lr: 1e-3, momentum: 0.5 })
  })

  test('lawful extremes start', () => {
    for (const lr of [0, 1e308])
      expect(prepare(withHyper('sgd', { lr }) as Experiment).runs).toHaveLength(1)
    expect(prepare({ f: 'x^2', steps: 1_000_000 }).steps).toBe(1_000_000)
  })
})
