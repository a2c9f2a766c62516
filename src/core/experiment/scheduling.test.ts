import { describe, expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import { ExperimentError } from '../experimentError.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import type { RunSpec, ScheduleSpec } from './experiment.ts'

const start = (schedule: ScheduleSpec, run: Partial<RunSpec> = {}) =>
  runExperiment({
    f: 'x^2/20 + tanh(sin(x))',
    start: [8],
    steps: 10,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 }, schedule, ...run }],
  })[0] as Trace

const cyclic = { kind: 'cyclic', base_lr: 0.1, max_lr: 0.2 }

describe('what PyTorch refuses is refused in a sentence', () => {
  test.each<[ScheduleSpec, RegExp, string?]>([
    [{ kind: 'stpe', step_size: 3 }, /^There is no schedule "stpe"; did you mean "step"\?$/],
    [{ kind: 'magic' }, /^There is no schedule "magic"; there are step, multistep, /],
    [{}, /needs a kind, or a warm-up/],
    [{ kind: 'step', gamma: 0.1 }, /needs a value for "step_size"/],
    [{ kind: 'step', step_size: 0 }, /Step size must not be below 1/],
    [{ kind: 'step', step_size: 2.5 }, /whole number/],
    [{ kind: 'step', step_size: 2, speed: 3 }, /has no "speed"; it has step_size, gamma/],
    [{ kind: 'multistep' }, /needs a value for "milestones"/],
    [{ kind: 'multistep', milestones: [3, -1] }, /Milestones are whole numbers, 0 or more/],
    [{ kind: 'multistep', milestones: 'soon' }, /Milestones are whole numbers/],
    [{ kind: 'exponential' }, /needs a value for "gamma"/],
    [{ kind: 'exponential', gamma: Number.NaN }, /Gamma must be a number/],
    [{ kind: 'cosine' }, /needs a value for "T_max"/],
    [{ kind: 'cosine', T_max: 0 }, /must not be below 1/],
    [{ kind: 'cosine-restarts' }, /needs a value for "T_0"/],
    [{ kind: 'cosine-restarts', T_0: -3 }, /^T 0 must not be below 1$/],
    [{ kind: 'cosine-restarts', T_0: 3, T_mult: 0 }, /must not be below 1/],
    [{ kind: 'cosine-restarts', T_0: 3, T_mult: 1.5 }, /whole number/],
    [{ kind: 'linear', start_factor: 0 }, /start factor above 0/],
    [{ kind: 'linear', start_factor: 1.1 }, /Start factor must not be above 1/],
    [{ kind: 'linear', end_factor: -0.1 }, /End factor must not be below 0/],
    [{ kind: 'linear', end_factor: 1.1 }, /End factor must not be above 1/],
    [{ kind: 'linear', total_iters: -1 }, /^Total iters must not be below 0$/],
    [
      { kind: 'linear', total_iters: 0, warmup: {} },
      /^Behind a warm-up LinearLR needs a total_iters/,
    ],
    [{ kind: 'constant', factor: 1.5 }, /Factor must not be above 1/],
    [{ kind: 'constant', factor: -0.5 }, /Factor must not be below 0/],
    [{ kind: 'constant', factor: 0 }, /factor above 0/],
    [{ kind: 'polynomial', total_iters: 0, warmup: {} }, /^Behind a warm-up PolynomialLR needs/],
    [{ kind: 'polynomial', power: -1 }, /a power of at least 0: at the end it would divide by 0$/],
    [{ kind: 'cyclic', max_lr: 1 }, /needs a value for "base_lr"/],
    [{ kind: 'cyclic', base_lr: 1 }, /needs a value for "max_lr"/],
    [{ ...cyclic, mode: 'square' }, /Mode is triangular or triangular2 or exp_range/],
    [{ ...cyclic, mode: [1, 2] }, /Mode is triangular/],
    [{ ...cyclic, step_size_up: 0 }, /must not be below 1/],
    [cyclic, /^Adagrad has no momentum .* switch off cycle_momentum/, 'adagrad'],
    [{ kind: 'one-cycle' }, /needs a value for "max_lr"/],
    [{ kind: 'one-cycle', max_lr: 1, total_steps: 9 }, /ends after its 9 steps; .* at least 10/],
    [{ kind: 'one-cycle', max_lr: 1, total_steps: 0 }, /must not be below 1/],
    [{ kind: 'one-cycle', max_lr: 1, pct_start: 1.2 }, /must not be above 1/],
    [{ kind: 'one-cycle', max_lr: 1, pct_start: -0.2 }, /must not be below 0/],
    [{ kind: 'one-cycle', max_lr: 1, pct_start: 0.1 }, /exactly one step/],
    [{ kind: 'one-cycle', max_lr: 1, anneal_strategy: 'sin' }, /is cos or linear/],
    [{ kind: 'one-cycle', max_lr: 1, div_factor: 0 }, /^Div factor must not be 0$/],
    [{ kind: 'one-cycle', max_lr: 1 }, /^Rprop has no momentum/, 'rprop'],
    [{ kind: 'plateau', factor: 1 }, /must be below 1/],
    [{ kind: 'plateau', mode: 'mean' }, /Mode is min or max/],
    [{ kind: 'plateau', threshold_mode: 'x' }, /Threshold mode is rel or abs/],
    [{ kind: 'plateau', patience: -1 }, /must not be below 0/],
    [{ kind: 'exp-decay' }, /needs a value for "k"/],
    [{ kind: 'inverse-sqrt', k: 1 }, /has no "k"; it takes no arguments/],
    [{ warmup: { steps: 0 } }, /must not be below 1/],
    [{ warmup: { start_factor: 0 } }, /start factor above 0/],
    [{ warmup: { start_factor: 2 } }, /must not be above 1/],
    [{ warmup: { speed: 2 } }, /^Warm-up has no "speed"; it has steps, start_factor/],
  ])('%j', (schedule, message, optimizer = 'sgd') => {
    const attempt = () => start(schedule, { optimizer, hyper: {} })
    expect(attempt).toThrow(ExperimentError)
    expect(attempt).toThrow(message)
  })

  test('without cycling the momentum any optimizer will do', () => {
    expect(start({ ...cyclic, cycle_momentum: false }, { optimizer: 'adagrad' }).lr[0]).toBe(0.1)
  })
})

describe('reduce on plateau begins with nothing that it could beat', () => {
  const rates = (more: Partial<ScheduleSpec>, steps = 4) => {
    const schedule = { kind: 'plateau', patience: 0, ...more }
    const runs = [{ optimizer: 'sgd', hyper: { lr: 0.1 }, schedule }]
    const { lr } = runExperiment({ f: 'x^2', start: [3], steps, runs })[0] as Trace
    return [...lr].map((rate) => Number(rate.toPrecision(12)))
  }

  test.each([
    [{ threshold: 1 }, [0.1, 0.01, 0.001, 0.0001]],
    [{ threshold: 0.5 }, [0.1, 0.1, 0.01, 0.01]],
    [{ threshold: 1, mode: 'max' }, [0.1, 0.1, 0.01, 0.001]],
    [{ threshold: -2, mode: 'max' }, [0.1, 0.01, 0.001, 0.0001]],
    [{ threshold: 1, threshold_mode: 'abs' }, [0.1, 0.1, 0.1, 0.1]],
  ])('%j', (more, expected) => {
    expect(rates(more)).toEqual(expected)
  })

  test.each([{}, { threshold: 1 }, { threshold: 0.2, cooldown: 1, factor: 0.5 }])(
    'behind a warm-up it begins as if there had been none: %j',
    (more) => {
      const whole = { f: 'x^2', start: [3], runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }] }
      const run = (schedule: ScheduleSpec, start: readonly number[], steps: number) =>
        runExperiment({
          ...whole,
          start,
          steps,
          runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 }, schedule }],
        })[0] as Trace
      const plateau = { kind: 'plateau', patience: 0, ...more }
      const led = run({ ...plateau, warmup: { steps: 4 } }, [3], 12)
      const alone = run(plateau, [led.x[4] as number], 8)
      expect(led.lr.slice(4)).toEqual(alone.lr)
      expect(led.x.slice(4)).toEqual(alone.x)
    },
  )
})

describe('schedules lead whatever there is to lead', () => {
  test.each(['lbfgs', 'gd-armijo', 'gd-wolfe', 'newton', 'nesterov', 'heavy-ball', 'lion'])(
    '%s takes another path with another rate',
    (optimizer) => {
      const led = start({ kind: 'exponential', gamma: 0.5 }, { optimizer })
      expect(led.lr[3]).toBeCloseTo(0.1 * 0.5 ** 3, 15)
      const free = start({ kind: 'exponential', gamma: 1 }, { optimizer })
      expect(led.x.slice(0, 2)).toEqual(free.x.slice(0, 2))
      expect(led.x[3]).not.toBe(free.x[3])
    },
  )

  test('a cycled momentum reaches what a method computes', () => {
    const schedule = { kind: 'one-cycle', max_lr: 0.1, base_momentum: 0.1, max_momentum: 0.9 }
    const { x, quantities, lr } = start(schedule, { optimizer: 'nesterov' })
    const slope = (at: number) => at / 10 + Math.cos(at) / Math.cosh(Math.sin(at)) ** 2
    let [before, now] = [8, 8]
    for (let k = 0; k < 10; k++) {
      const ahead = now + (quantities.beta?.[k] as number) * (now - before)
      const next = ahead - (lr[k] as number) * slope(ahead)
      expect(x[k + 1]).toBeCloseTo(next, 12)
      before = now
      now = next
    }
  })

  test('a written rule may begin with the rate of its first step', () => {
    const rule = 's_0 = lr\ns = s/2\nx = x - s*sign(g)'
    const { x } = start({ warmup: { steps: 4, start_factor: 0.5 } }, { optimizer: 'custom', rule })
    expect(x[1]).toBeCloseTo(8 - 0.025, 14)
  })
})
