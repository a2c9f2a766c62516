// What is exported in the tests: everything that the registries hold, each in several ways.
import fc from 'fast-check'
import { bugs } from '../../bugs/index.ts'
import type { Experiment, RunSpec, ScheduleSpec } from '../../experiment/experiment.ts'
import { hasPlaceFor } from '../../experiment/lookUp.ts'
import { functions } from '../../functions/index.ts'
import {
  type Entries,
  type HyperArgument,
  isChoice,
  isGroup,
  isHyper,
  type Numbers,
} from '../../hyper.ts'
import { operations } from '../../language/operations.ts'
import { optimizers } from '../../optimizers/index.ts'
import { schedules } from '../../schedules/index.ts'
import { canStart, experiments } from './random.ts'

export type Case = readonly [name: string, experiment: Experiment]

const lr = 0.05
const rosenbrock = '(1 - x)^2 + (y - x^2)^2'

/** Every option on, every number other than its default. */
function everything(entries: Entries): RunSpec['hyper'] & object {
  const other = (value: unknown) =>
    typeof value === 'boolean' ? true : value === 0 ? 0.3 : Number(value) * 0.9
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, entry]): [string, HyperArgument][] => {
      if (isGroup(entry))
        return [[key, Object.values(entry).map(({ value }, i) => Number(value) * (i ? 1.01 : 0.9))]]
      if (isChoice(entry)) return [[key, [...entry.options.keys()].at(-1) ?? null]]
      if (!isHyper(entry) || typeof entry.value === 'function' || entry.kind.whole) return []
      return [[key, other(entry.value)]]
    }),
  )
}

const both = (name: string, runs: readonly RunSpec[], steps = 25): Case[] => [
  [`${name}, one variable`, { f: 'tanhsin', start: [3], steps, runs }],
  [`${name}, two variables`, { f: rosenbrock, start: [-1.5, 2], steps, runs }],
]

const possible = ([, experiment]: Case) => canStart(experiment)

const ofOptimizers = optimizers.flatMap(({ id, hyper }) => {
  const all = everything(hyper)
  const alone = Object.entries(all).map(([key, value]) => ({ lr, [key]: value }))
  const tame = (options: RunSpec['hyper'] & object) =>
    id === 'sgd' && options.nesterov ? { ...options, momentum: 0.9, dampening: 0 } : options
  return [{}, { lr }, all, ...alone].flatMap((options) =>
    both(`${id} ${JSON.stringify(options)}`, [{ optimizer: id, hyper: tame(options) }]),
  )
})

const scheduleArguments: Readonly<Record<string, readonly object[]>> = {
  cyclic: [
    { mode: 'triangular2', step_size_up: 4, step_size_down: 3 },
    { mode: 'exp_range', gamma: 0.9, step_size_up: 5, cycle_momentum: false },
    { step_size_up: 5, step_size_down: 0 },
  ],
  'one-cycle': [
    { three_phase: true, anneal_strategy: 'linear' },
    { pct_start: 0.5, cycle_momentum: false },
  ],
  plateau: [
    { patience: 1, factor: 0.5 },
    { mode: 'max', threshold_mode: 'abs', patience: 0, cooldown: 2, factor: 0.7, min_lr: 0.01 },
    { patience: 0, threshold: 1, factor: 0.5 },
    { patience: 0, threshold: -2, mode: 'max', factor: -0.5 },
  ],
  constant: [{ factor: 0 }, { factor: 0, total_iters: 90 }, { total_iters: 0 }],
  linear: [{ total_iters: 0 }],
  polynomial: [{ total_iters: 0 }, { total_iters: 40, power: -0.5 }],
  multistep: [{ milestones: [3, 3, 9], gamma: 0.5 }],
}
const needs = { steps: 25, lr: 0.1, of: () => 5 }

function specsOf({ id, hyper }: (typeof schedules)[number]): ScheduleSpec[] {
  const least = Object.fromEntries(
    Object.entries(hyper).flatMap(([key, entry]) => {
      if (!('needed' in entry) || !entry.needed) return []
      const value =
        'list' in entry ? (entry as Numbers).list(needs) : (entry as { value: unknown }).value
      return [[key, typeof value === 'function' ? value(needs) : value]]
    }),
  )
  return [{}, ...(scheduleArguments[id] ?? [])].map((more) => ({ kind: id, ...least, ...more }))
}

/** A momentum that is 0 now and then, or below; and a first step without one, for which RMSprop of PyTorch keeps no memory. */
const through = { kind: 'cyclic', base_lr: 0.02, max_lr: 0.1, step_size_up: 2, base_momentum: 0 }
const ofMomentum = [
  { ...through, max_momentum: 0.8 },
  { ...through, max_momentum: 0.8, mode: 'exp_range', gamma: 1.1 },
  { ...through, base_momentum: 0.7, max_momentum: 0 },
  { ...through, max_momentum: 0 },
  { ...through, max_momentum: 0.8, warmup: { steps: 3 } },
  { kind: 'one-cycle', max_lr: 0.2, total_steps: 30, base_momentum: 0, max_momentum: 0.9 },
].flatMap((schedule) =>
  (
    [
      { optimizer: 'sgd', hyper: { lr, momentum: 0.9, dampening: 0.3 } },
      { optimizer: 'sgd', hyper: { lr, momentum: 0.9, nesterov: true } },
      { optimizer: 'sgd', hyper: { lr, momentum: 0.9 }, bugs: ['lr-inside'] },
      { optimizer: 'rmsprop', hyper: { lr, momentum: 0.9, centered: true } },
      { optimizer: 'rmsprop', hyper: { lr, momentum: 0.9 }, bugs: ['eps-inside'] },
      { optimizer: 'adam', hyper: { lr } },
      { optimizer: 'custom', rule: 'v_0 = beta; v = beta*v + g; x = x - lr*v', hyper: { lr } },
    ] satisfies RunSpec[]
  ).flatMap((run) =>
    both(`${JSON.stringify(run)} ${JSON.stringify(schedule)}`, [{ ...run, schedule }]),
  ),
)

const ofSchedules = [
  ...schedules.flatMap(specsOf),
  { warmup: { steps: 6, start_factor: 0.1 } },
].flatMap((spec) =>
  [undefined, { steps: 4 }].flatMap((warmup) =>
    [
      'sgd',
      'adam',
      'momentum-average',
      'rprop',
      'asgd',
      'lbfgs',
      'gd-armijo',
      'nesterov',
      'cg',
    ].map(
      (optimizer, i): Case => [
        `${optimizer} ${JSON.stringify(spec)} ${warmup ? 'warmed' : ''}`,
        {
          f: i % 2 ? 'tanhsin' : rosenbrock,
          start: i % 2 ? [3] : [-1.5, 2],
          steps: 25,
          runs: [
            {
              optimizer,
              hyper: { lr, ...(optimizer === 'sgd' && { momentum: 0.5 }) },
              schedule: { ...spec, ...(warmup && { warmup }) },
            },
          ],
        },
      ],
    ),
  ),
)

const ofBugs = optimizers.flatMap((optimizer) =>
  bugs
    .filter((bug) => hasPlaceFor(optimizer, bug))
    .flatMap((bug) =>
      both(`${optimizer.id} with ${bug.id}`, [
        {
          optimizer: optimizer.id,
          hyper: {
            ...everything(optimizer.hyper),
            lr,
            ...(optimizer.id === 'sgd' && { dampening: 0, momentum: 0.8 }),
          },
          bugs: [bug.id],
        },
      ]),
    ),
)

const rules = [
  'm = beta*m + g\nx = x - lr*m',
  'lambda = 0.1 # a reserved word\nx = x - lr*(g + lambda*x)',
  'm_0 = 1; class = 0.5; m = class*m + g; x = x - lr*m # "quoted" \\n',
  'x = x - lr*g + beta*(x - prev(x))',
  'c = g*prev(g); x = x - lr*where(c > 0, 2, 0.5)*g',
  'x = x - lr*g*max(0.1, f - prev(f), (f > 1) + (g > 0))',
  'lr = lr/sqrt(t)\nx = x - lr*g\ng = 0',
  'self = 0.9; state = self*state + g; param = state/2; x -= lr*param',
  'lr = lr/t; rate = rate + g; x = x - lr*rate',
  'n = prev(n) + 1; x = x - lr*g/n',
  'x = x - 0.1*g/(1 - 1) + where(t > 2, 1/0, 0)',
  'v_0 = x^2; v = v + sqrt(-1 + 0*t); x = x - where(t > 3, lr*g, where(v == v, 1, lr)*g)',
  'x = x - lr*sign(g)*(2 > 1)',
  'a_0 = g; a = 0.5*a; x = x - lr*a',
  'v_0 = 2*x - g; v = 0.5*v; x = x - lr*(g + v - prev(v) + prev(f)/9)',
  'lr = lr*0.9^t; s_0 = lr*g; s = 0.5*s; x = x - s - lr*prev(lr)*g',
]
const ofRules = rules.flatMap((rule) =>
  both(JSON.stringify(rule), [{ optimizer: 'custom', rule, hyper: { lr: 0.1 } }]),
)

/** Every function of the language by itself. */
const called = Object.entries(operations)
  .filter(([, { sign }]) => !sign)
  .map(([word, { derivative }]) => `${word}(${['x/2', '0.7', 'x'].slice(0, derivative.length)})`)

const losses = [
  ...called,
  'floor(x) + x^2',
  'sign(x)*x^2 + abs(x)',
  'where(x > 1, x^2, 2*x)',
  'where(x, x^2, x)',
  '(x > 0) + (x > 1)',
  '-(x > 0) - (x == 1)*x',
  'gelu(x) + elu(x) + softplus(x) + silu(x) + relu(x) + sigmoid(x)',
  'softplus(30*x)',
  'max(x, -x, 2*x, 3) + min(x, 1)',
  'max(x, y, x, 1) + min(x, y, 2)',
  'max(x, x, x)',
  'log(x) + log10(x) + exp(-x) + sqrt(x)',
  'asin(x/9) + acos(x/9) + atan(x) + tan(x/3) + sinh(x/3) + cosh(x/3)',
  '2^x + x^0.5 + x^3 + x^-2 + x^2.5 + 1^x',
  'x^(1/2) + x^(4/2) + x^(0/2) + x^(1 - 3)',
  '3',
  '(1/0)*0 + x',
  'x + 3^40/3^40 + (0 - 8)^2 + sqrt(2) + sqrt(1/3) + max(1, 2) + 1e300*1e-300',
  'where(x > 0, y, 2*y)',
  'x*y + pi*x - e^y/100 + 2e3*x/1e5 + 1e-7*x',
  'max(x, y) + max(x, 2)',
  'where(1, x, y)*where(2 > 1, 1, 0)',
  'x^2 + t^2 + f*I',
]
const ofLosses = losses.map((f): Case => {
  const count = new Set(f.match(/\b[a-df-zI]\b/g)).size || 1
  const start = [1.5, 1.5, 0.5, -1].slice(0, count)
  return [
    f,
    {
      f,
      start,
      steps: 12,
      runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }, { optimizer: 'newton' }],
    },
  ]
})

const others: Case[] = [
  [
    'a budget and a closure that is stale',
    {
      f: rosenbrock,
      start: [-1.5, 2],
      steps: 33,
      budget: 'evaluations',
      runs: [{ optimizer: 'lbfgs', hyper: { lr: 0.02, max_iter: 3 }, bugs: ['stale-closure'] }],
    },
  ],
  [
    'a line search whose rate turns negative',
    {
      f: 'x^2/4 + x',
      start: [0],
      steps: 4,
      runs: [
        {
          optimizer: 'lbfgs',
          hyper: { lr: 0, line_search_fn: 'strong_wolfe' },
          schedule: {
            kind: 'cyclic',
            base_lr: 1,
            max_lr: -0.04,
            step_size_up: 1,
            cycle_momentum: false,
          },
        },
      ],
    },
  ],
  ...[
    { kind: 'cosine', T_max: 1, eta_min: -33 },
    { kind: 'exponential', gamma: -2 },
    { kind: 'cyclic', base_lr: 2, max_lr: 1, mode: 'exp_range', gamma: 1.5, step_size_up: 2 },
  ].map(
    (schedule): Case => [
      `ASGD whose rate turns negative: ${JSON.stringify(schedule)}`,
      {
        f: 'x^2/4 + x',
        start: [0],
        steps: 8,
        runs: [
          {
            optimizer: 'asgd',
            hyper: { lr: 0.001, lambd: 0.1 },
            schedule: { ...schedule, ...(schedule.kind === 'cyclic' && { cycle_momentum: false }) },
          },
        ],
      },
    ],
  ),
  [
    'both mistakes of a closure',
    {
      f: rosenbrock,
      start: [-1.5, 2],
      steps: 12,
      runs: [
        {
          optimizer: 'lbfgs',
          hyper: { lr: 0.02, max_iter: 3 },
          bugs: ['no-zero-grad', 'stale-closure'],
        },
      ],
    },
  ],
  ...['adam', 'adamw', 'adamax', 'radam'].map(
    (optimizer): Case => [
      `${optimizer} with a first momentum that is cycled through 1`,
      {
        f: 'tanhsin',
        start: [3],
        steps: 12,
        runs: [
          {
            optimizer,
            hyper: { lr },
            schedule: { kind: 'one-cycle', max_lr: lr, total_steps: 12, max_momentum: 1 },
          },
          {
            optimizer,
            hyper: { lr },
            schedule: { kind: 'one-cycle', max_lr: lr, total_steps: 12, base_momentum: 1 },
          },
        ],
      },
    ],
  ),
  [
    'the loss is the point itself',
    {
      f: 'x',
      start: [0],
      steps: 6,
      runs: [
        {
          optimizer: 'adam',
          hyper: { lr: 1, weight_decay: 0.7 },
          schedule: { kind: 'plateau', patience: 0, threshold_mode: 'abs' },
        },
        { optimizer: 'custom', rule: 'x = x - lr*f', hyper: { lr } },
      ],
    },
  ],
  ...functions.map(
    ({ id }): Case => [id, { f: id, steps: 10, runs: [{ optimizer: 'adam', hyper: { lr } }] }],
  ),
  ['parameters', { f: 'soda', params: { V: 500 }, steps: 10 }],
  [
    'diverges',
    { f: 'x^4', start: [3], runs: [{ optimizer: 'sgd', hyper: { lr: 1 } }, { optimizer: 'adam' }] },
  ],
  [
    'leaves the domain',
    { f: 'sqrt(x) + y^2', start: [0.1, 1], runs: [{ optimizer: 'sgd', hyper: { lr: 1 } }] },
  ],
  [
    'labels',
    {
      f: 'x^2',
      steps: 2,
      runs: [{ optimizer: 'adam' }, { optimizer: 'adam' }, { optimizer: 'custom' }],
    },
  ],
  ['no steps', { f: 'x^2', steps: 0, runs: [{ optimizer: 'lbfgs' }, { optimizer: 'adam' }] }],
  ...['lbfgs', 'gd-armijo', 'gd-wolfe', 'cg', 'newton', 'nesterov', 'adam'].flatMap(
    (optimizer): Case[] => [
      [
        `budget ${optimizer}`,
        {
          f: rosenbrock,
          start: [-1.5, 2],
          steps: 33,
          budget: 'evaluations',
          runs: [{ optimizer, hyper: { lr: 0.3 } }],
        },
      ],
      [
        `budget of a branch from ${optimizer}`,
        {
          f: rosenbrock,
          start: [-1.5, 2],
          steps: 33,
          budget: 'evaluations',
          runs: [
            { optimizer, hyper: { lr: 0.3 } },
            { optimizer: 'sgd', hyper: { lr }, from: { run: 0, step: 2 } },
            { optimizer: 'sgd', from: { run: 0, step: 20 } },
          ],
        },
      ],
    ],
  ),
]

const changes: readonly (readonly RunSpec[])[] = [
  [
    { optimizer: 'adam', hyper: { lr } },
    { optimizer: 'adam', hyper: { lr: 0.5, betas: [0.5, 0.9] } },
  ],
  [
    { optimizer: 'adam', hyper: { lr } },
    { optimizer: 'adam', hyper: { lr, amsgrad: true } },
  ],
  [
    { optimizer: 'adam', hyper: { lr } },
    { optimizer: 'sgd', hyper: { lr } },
    { optimizer: 'adam', hyper: { lr } },
  ],
  [
    { optimizer: 'adam', hyper: { lr }, bugs: ['no-bias-correction'] },
    { optimizer: 'adam', hyper: { lr } },
  ],
  [
    { optimizer: 'nadam', hyper: { lr } },
    { optimizer: 'nadam', hyper: { lr: 0.5 } },
  ],
  [
    { optimizer: 'sgd', hyper: { lr, momentum: 0.9 } },
    { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9, nesterov: true } },
  ],
  [
    { optimizer: 'sgd', hyper: { lr } },
    { optimizer: 'sgd', hyper: { lr, momentum: 0.9 }, bugs: ['lr-inside'] },
  ],
  [
    { optimizer: 'sgd', hyper: { lr }, bugs: ['no-zero-grad'] },
    { optimizer: 'sgd', hyper: { lr: 0.01 }, bugs: ['no-zero-grad'] },
  ],
  [
    { optimizer: 'sgd', hyper: { lr } },
    { optimizer: 'sgd', hyper: { lr: 0.01 }, bugs: ['no-zero-grad'] },
  ],
  [
    { optimizer: 'sgd', hyper: { lr }, schedule: { kind: 'exponential', gamma: 0.9 } },
    { optimizer: 'sgd', hyper: { lr: 0.1 }, schedule: { kind: 'exponential', gamma: 0.5 } },
    { optimizer: 'sgd' },
  ],
  [
    { optimizer: 'sgd', hyper: { lr } },
    { optimizer: 'sgd', hyper: { lr }, schedule: { kind: 'plateau', patience: 1 } },
    { optimizer: 'sgd', hyper: { lr }, schedule: { kind: 'plateau', patience: 0 } },
  ],
  [
    { optimizer: 'adam', hyper: { lr } },
    {
      optimizer: 'adam',
      hyper: { lr },
      schedule: { kind: 'cyclic', base_lr: 0.01, max_lr: 0.1, step_size_up: 3 },
    },
    { optimizer: 'adam', hyper: { lr } },
  ],
  [
    { optimizer: 'rmsprop', hyper: { lr } },
    { optimizer: 'rmsprop', hyper: { lr, centered: true, momentum: 0.5 } },
  ],
  [
    { optimizer: 'asgd', hyper: { lr } },
    { optimizer: 'asgd', hyper: { lr: 0.2 } },
  ],
  [
    { optimizer: 'rprop', hyper: { lr } },
    { optimizer: 'rprop', hyper: { lr: 0.2 } },
  ],
  [
    { optimizer: 'adagrad', hyper: { lr, initial_accumulator_value: 1 } },
    { optimizer: 'adagrad', hyper: { lr: 0.2 } },
  ],
  [
    { optimizer: 'heavy-ball', hyper: { lr } },
    { optimizer: 'heavy-ball', hyper: { lr, beta: 0.5 } },
  ],
  [
    { optimizer: 'nesterov', hyper: { lr } },
    { optimizer: 'nesterov', hyper: { lr, beta: 0.5 } },
  ],
  [
    { optimizer: 'lbfgs', hyper: { lr, max_iter: 2 } },
    { optimizer: 'lbfgs', hyper: { lr: 0.2, max_iter: 3, history_size: 120 } },
  ],
  [
    { optimizer: 'lbfgs', hyper: { lr: 0.01, max_iter: 4, history_size: 2 } },
    { optimizer: 'lbfgs', hyper: { lr: 0.02, max_iter: 4, history_size: 9 } },
  ],
  [
    { optimizer: 'lbfgs', hyper: { lr: 0.01, max_iter: 6 } },
    { optimizer: 'lbfgs', hyper: { lr: 0.02, max_iter: 4, history_size: 2 } },
    { optimizer: 'lbfgs', hyper: { lr: 0.02, max_iter: 4 } },
  ],
  [
    { optimizer: 'lbfgs', hyper: { lr: 1, max_iter: 0 } },
    { optimizer: 'lbfgs', hyper: { lr: 0.02, max_iter: 4, history_size: 2 } },
  ],
  [{ optimizer: 'cg' }, { optimizer: 'cg', hyper: { lr: 0.2 } }, { optimizer: 'sgd' }],
  [
    { optimizer: 'custom', hyper: { lr } },
    { optimizer: 'custom', hyper: { lr: 0.5, beta: 0.5 } },
    { optimizer: 'custom', rule: 'x = x - lr*g' },
  ],
  ...[
    [0, 0.9],
    [0.9, 0, 0.5],
    [0, 0.9, 0],
  ].flatMap((momenta) =>
    [{ optimizer: 'sgd' }, { optimizer: 'rmsprop' }, { optimizer: 'sgd', bugs: ['lr-inside'] }].map(
      (run): RunSpec[] =>
        momenta.map((momentum) => ({
          ...run,
          hyper: { lr, momentum, ...(run.optimizer === 'sgd' && { dampening: 0.3 }) },
        })),
    ),
  ),
  [
    { optimizer: 'adam', hyper: { lr, betas: [0, 0.9] } },
    { optimizer: 'adam', hyper: { lr, betas: [0.9, 0.9] } },
    { optimizer: 'adam', hyper: { lr, betas: [0.9, 0] } },
  ],
  [
    { optimizer: 'adamw', hyper: { lr, amsgrad: true } },
    { optimizer: 'adamw', hyper: { lr } },
    { optimizer: 'adamw', hyper: { lr, amsgrad: true } },
  ],
  [
    { optimizer: 'lion', hyper: { lr, betas: [0, 0] } },
    { optimizer: 'lion', hyper: { lr, betas: [0.9, 0.9] } },
  ],
  [
    { optimizer: 'heavy-ball', hyper: { lr, beta: 0 } },
    { optimizer: 'heavy-ball', hyper: { lr, beta: 0.5 } },
  ],
  ['cosine-restarts', 'step', 'cosine-restarts'].map((kind) => ({
    optimizer: 'sgd',
    hyper: { lr },
    schedule: { kind, ...(kind === 'step' ? { step_size: 2 } : { T_0: 3 }) },
  })),
  [0, 2, 1].map((cooldown) => ({
    optimizer: 'sgd',
    hyper: { lr },
    schedule: { kind: 'plateau', patience: 0, factor: 0.7, threshold: 0.2, cooldown },
  })),
  ...[
    'x = x - lr*(g + c*(f - prev(f)) + c*g*(t > 6))',
    'a = a + c*g; x = x - lr*(g + a)',
    'lambda_ = lambda*lambda_ + g; x = x - lr*(g + lambda_ + lambda*prev(g))',
    'v_0 = g; v = v + c*x; x = x - lr*(g + c*v - c*prev(v))',
  ].flatMap((rule) =>
    [
      [0, 0.5, 0],
      [0.5, 0, 0.5],
    ].map((all): RunSpec[] =>
      all.map((value) => ({
        optimizer: 'custom',
        rule,
        hyper: { lr, [rule.includes('lambda') ? 'lambda' : 'c']: value },
      })),
    ),
  ),
]
const ofBranches = changes.flatMap((specs) => {
  const runs = specs.map(
    (spec, i): RunSpec => (i ? { ...spec, from: { run: i - 1, step: 4 + 3 * i } } : spec),
  )
  return both(`branch ${JSON.stringify(specs)}`, runs, 18)
})

const random = fc
  .sample(experiments, { numRuns: 300, seed: 20260801 })
  .filter(canStart)
  .slice(0, 120)
  .map((made): Case => [`by chance: ${JSON.stringify(made)}`, made])

/** The same with noise; a seed above 32 bits, too. */
const noisy = ([name, experiment]: Case, i: number): Case => [
  `with noise: ${name}`,
  { ...experiment, noise: 0.3, seed: i % 2 ? 7 : 2 ** 40 + 7 },
]
const ofNoise = [
  ...optimizers.flatMap(({ id }) => both(id, [{ optimizer: id, hyper: { lr } }], 50)),
  ...[5, -3, -2].flatMap((i) =>
    both('a written rule', [{ optimizer: 'custom', rule: rules.at(i) as string }], 50),
  ),
  ...ofBugs,
  ...ofSchedules.filter((_, i) => i % 4 === 0),
  ...ofBranches,
  ...others,
  ...random.slice(0, 40),
].map(noisy)

export const cases: readonly Case[] = [
  ...ofOptimizers,
  ...ofSchedules,
  ...ofMomentum,
  ...ofBugs,
  ...ofRules,
  ...ofLosses,
  ...others,
  ...ofBranches,
  ...random,
  ...ofNoise,
].filter(possible)
