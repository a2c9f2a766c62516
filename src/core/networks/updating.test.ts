// Against the descents of the other labs, which are PyTorch's step by step: what one of them does to one coordinate is
// done to every parameter.
import { describe, expect, test } from 'vitest'
import type { RunSpec } from '../experiment/experiment.ts'
import { prepareRun } from '../experiment/prepare.ts'
import { optimizers } from '../optimizers/index.ts'
import { powersOf } from '../powers.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { schedules } from '../schedules/index.ts'
import { double, type Room, single } from './floats.ts'
import { updating } from './updating.ts'

const steps = 25
const f = 'x^2/20 + tanh(sin(x))'
const valueAt = (x: number) => x ** 2 / 20 + Math.tanh(Math.sin(x))
const slopeAt = (x: number) => x / 10 + (1 - Math.tanh(Math.sin(x)) ** 2) * Math.cos(x)

/** Every start by itself through the same updating. */
function updated(spec: RunSpec, starts: readonly number[], room: Room = double) {
  const parameters = room(starts.length)
  parameters.set(starts)
  const gradient = room(starts.length)
  const update = updating(prepareRun(spec, { steps, variables: 1 }), {
    parameters,
    gradient,
    room,
  })
  const rates: number[] = []
  for (let k = 0; k < steps; k++) {
    for (let i = 0; i < gradient.length; i++) gradient[i] = slopeAt(parameters[i] as number)
    update.begin(valueAt(parameters[0] as number))
    update.move()
    rates.push(update.setting('lr'))
  }
  return { parameters, rates }
}

const descended = (spec: RunSpec, start: number) => {
  const [trace] = runExperiment({ f, start: [start], steps, runs: [spec] })
  return { x: trace?.x.at(-1) as number, rates: [...(trace?.lr ?? [])] }
}

/** So many that they fill more than one block. */
const starts = Array.from({ length: 300 }, (_, i) => i / 30 - 5)
const some = [0, 100, 255, 256, 299]

function compare(spec: RunSpec, digits = 9) {
  const { parameters } = updated(spec, starts)
  for (const i of some)
    expect(parameters[i]).toBeCloseTo(descended(spec, starts[i] as number).x, digits)
}

const rules = optimizers.filter(({ method }) => !method)

describe.each(rules)('$id', ({ id, hyper }) => {
  test('does to every parameter what it does to one', () => {
    compare({ optimizer: id, hyper: { lr: 0.05 } })
  })

  test('does so in single precision, to its digits', () => {
    const spec = { optimizer: id, hyper: { lr: 0.05 } }
    const [wide, narrow] = [updated(spec, [2.5]), updated(spec, [2.5], single)]
    expect(narrow.parameters[0]).toBeCloseTo(wide.parameters[0] as number, 4)
  })

  test('with every option switched on', () => {
    const options = ['amsgrad', 'nesterov', 'centered', 'decoupled_weight_decay', 'maximize']
    const given = options.filter((option) => option in hyper)
    const decay = 'weight_decay' in hyper ? { weight_decay: 0.1 } : {}
    const momentum = 'momentum' in hyper ? { momentum: 0.9 } : {}
    const flags = Object.fromEntries(given.map((option) => [option, true]))
    compare({ optimizer: id, hyper: { lr: 0.05, ...decay, ...momentum, ...flags } })
  })
})

const needed: Readonly<Record<string, Readonly<Record<string, number | number[] | boolean>>>> = {
  step: { step_size: 5 },
  multistep: { milestones: [4, 12] },
  exponential: { gamma: 0.9 },
  cosine: { T_max: 10 },
  'cosine-restarts': { T_0: 6 },
  cyclic: { base_lr: 0.01, max_lr: 0.1, step_size_up: 4 },
  'one-cycle': { max_lr: 0.1 },
  'exp-decay': { k: 0.1 },
  plateau: { patience: 2, threshold: 0.3 },
}

const scheduled = schedules.flatMap(({ id }) =>
  ['sgd', 'adam', 'rprop', 'asgd'].flatMap((optimizer) =>
    [undefined, { steps: 4 }].map((warmup) => ({ id, optimizer, warmup })),
  ),
)

test.each(scheduled)(
  'the schedule $id leads $optimizer, warm-up $warmup',
  ({ id, optimizer, warmup }) => {
    const cycles = ['cyclic', 'one-cycle'].includes(id) && ['rprop', 'asgd'].includes(optimizer)
    const schedule = {
      kind: id,
      ...needed[id],
      ...(cycles && { cycle_momentum: false }),
      ...(warmup && { warmup }),
    }
    const hyper = { lr: 0.05, ...(optimizer === 'sgd' && { momentum: 0.5 }) }
    const spec: RunSpec = { optimizer, hyper, schedule }
    const one = updated(spec, [2.5])
    const wanted = descended(spec, 2.5)
    expect(one.parameters[0]).toBeCloseTo(wanted.x, 9)
    one.rates.forEach((rate, k) => {
      expect(rate).toBeCloseTo(wanted.rates[k] as number, 12)
    })
  },
)

test.each([
  'm_0 = g\nm = beta*m + g\nx = x - lr*m',
  'x = x - lr*g + beta*(x - prev(x))',
  'x = x - lr*g + beta*(g - prev(g))',
  'c = c + 1\nx = x - lr*g/c + f*beta/100',
  'x = x - lr*g/hypot(g, 1)',
  'd = max(abs(g), d, 0.1)\nx = x - lr*where(t < 3, g, g/d)',
])('a rule of one’s own: %s', (rule) => {
  const hyper = { lr: 0.05, ...(rule.includes('beta') && { beta: 0.5 }) }
  const spec: RunSpec = { optimizer: 'custom', rule, hyper }
  expect(updated(spec, [2.5]).parameters[0]).toBeCloseTo(descended(spec, 2.5).x, 9)
})

test('a power of t is rounded as in descents, also where someone goes back', () => {
  const spec = { optimizer: 'custom', rule: 'x = beta^t', hyper: { beta: 0.9 } }
  const parameters = double(1)
  const place = { parameters, gradient: double(1), room: double }
  const update = updating(prepareRun(spec, { steps: 600, variables: 1 }), place)
  const walk = (count: number) =>
    Array.from({ length: count }, () => {
      update.begin(0)
      update.move()
      return parameters[0]
    })
  const start = update.save()
  expect(walk(600)).toEqual([...powersOf(0.9, 600).subarray(0, 600)])
  update.restore(start)
  expect(walk(3)).toEqual([...powersOf(0.9, 3).subarray(0, 3)])
})
