import { describe, expect, test } from 'vitest'

import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import type { Trace } from '../index.ts'
import { plain } from '../number.ts'
import { runExperiment } from '../runs/runExperiment.ts'

const ends = (
  f: string,
  hyper: object,
  more: Partial<Experiment> & { optimizer?: string } = {},
): Trace['outcome'] => {
  const { optimizer = 'sgd', ...rest } = more
  const [trace] = runExperiment({
    f,
    runs: [{ optimizer, hyper: hyper as Record<string, number> }],
    ...rest,
  })
  return (trace as Trace).outcome
}

describe('how runs end, in words', () => {
  test('converged at the minimum', () => {
    expect(ends('soda', { lr: 5 }, { start: [1.5], steps: 100 })).toMatchObject({
      kind: 'converged',
      step: 18,
      message: expect.stringMatching(
        /^Converged at step 18: R = 3\.745, f = 0\.8011, the minimum\./,
      ),
    })
  })

  test('converged at the deepest of several minima', () => {
    expect(ends('tanhsin', { lr: 0.5 }, { start: [0], steps: 100 }).message).toContain(
      'the deepest minimum',
    )
  })

  test('converged where nothing is known', () => {
    const { kind, message } = ends('(x - 1)^2 + 3', { lr: 0.2 }, { start: [0], steps: 100 })
    expect(kind).toBe('converged')
    expect(message).toMatch(/x = 1, f = 3, the minimum\. The slope there is/)
  })

  test('stuck in a local minimum, the better one named', () => {
    const { kind, message } = ends('tanhsin', { lr: 0.5 }, { start: [8], steps: 300 })
    expect(kind).toBe('stuck')
    expect(message).toMatch(
      /^Stuck in a local minimum .* x = 3\.985.* x = −1\.28 is deeper: f = −0\.6615/,
    )
  })

  test('stuck on flat ground', () => {
    expect(ends('plateau', { lr: 1 }, { start: [6] })).toMatchObject({
      kind: 'stuck',
      message: expect.stringMatching(/^Stuck on flat ground/),
    })
  })

  test('stuck on a maximum', () => {
    expect(ends('ridge', { lr: 0.1 }, { start: [0] }).message).toMatch(
      /^Nothing moves: the slope at the start is 0, .* It stands at a maximum/,
    )
  })

  test('oscillating over a kink', () => {
    expect(ends('kink', { lr: 0.4 }, { start: [2.6] })).toMatchObject({
      kind: 'oscillating',
      message: expect.stringContaining('between x = −0.2 and 0.2'),
    })
  })

  test('swinging with shrinking swings is not oscillating', () => {
    expect(ends('square', { lr: 0.97 }, { steps: 40 }).kind).toBe('running')
    expect(ends('square', { lr: 1 }, { steps: 40 }).kind).toBe('oscillating')
  })

  test('diverged by the law of gradient descent', () => {
    expect(ends('square', { lr: 1.3 })).toMatchObject({
      kind: 'diverged',
      message: expect.stringContaining(
        'step 1 was 2.6 times too long for this curvature, so the slope came back 1.6 times as large with the other sign, and it went on like that. In step 1, η·f̄″ = 2.6 > 2.',
      ),
    })
    expect(ends('-x^2', { lr: 1 }, { steps: 900 }).message).toContain('η·f̄″ = −2 < 0')
  })

  test('the law is not claimed where it does not hold', () => {
    const { kind, message } = ends('square', { lr: 3, momentum: 0.9 })
    expect(kind).toBe('diverged')
    expect(message).not.toContain('f̄″')
  })

  test('diverged out of the domain', () => {
    const { kind, message } = ends('sqrt(x)', { lr: 1 }, { start: [0.5] })
    expect(kind).toBe('diverged')
    expect(message).toMatch(/left the domain of f at x = −0\.\d+ \(sqrt of −0\.\d+\)/)
  })

  test('beyond 10⁶·(1 + |start|) is diverged although nothing has overflowed', () => {
    expect(ends('-x', { lr: 1e6 }, { start: [1], steps: 5 })).toMatchObject({
      kind: 'diverged',
      step: 2,
    })
    expect(ends('-x', { lr: 1e6 }, { start: [5], steps: 5 }).kind).toBe('running')
  })

  test('still running, and nothing moves at all', () => {
    expect(ends('square', { lr: 0.01 }).message).toMatch(/^Still on the way down after 50 steps/)
    expect(ends('square', { lr: 0 })).toMatchObject({
      kind: 'running',
      message: expect.stringContaining('learning rate is 0'),
    })
    expect(ends('square', {}, { steps: 0 }).kind).toBe('running')
  })

  test('the domain was left where f first has no value, even if it is met again', () => {
    const first = ends('log(x)', { lr: 0.001 }, { start: [0.01], steps: 20 })
    expect(first).toMatchObject({
      kind: 'diverged',
      step: 1,
      message: expect.stringMatching(/at x = −0\.09 \(ln of −0\.09\)/),
    })
    const back = ends('log(x)', { lr: 0.1 }, { start: [1], steps: 20 })
    expect(back.message).toMatch(/On the way, at step 6, it was outside the domain of f: x = −/)
  })

  test('an infinite loss or slope is said as that', () => {
    expect(ends('exp(x^2)', { lr: 50 }, { optimizer: 'lion', steps: 5 })).toMatchObject({
      kind: 'diverged',
    })
    expect(ends('log(x)', { lr: 2 }, { optimizer: 'rprop', start: [1], steps: 3 }).message).toMatch(
      /infinite at x = 0 \(ln of 0\)/,
    )
    expect(ends('asin(x)', { lr: 0.1 }, { start: [1], steps: 3 }).message).toMatch(
      /^Nothing moves: the slope at x = 1 is infinite \(1 divided by 0\)\.$/,
    )
    expect(
      ends('x^2', { lr: 0.1, eps: 0 }, { optimizer: 'adam', start: [0], steps: 5 }).message,
    ).toMatch(/^Nothing moves: the line of x divides 0 by 0 in step 1\.$/)
  })

  test('far away without overflow is said as that', () => {
    expect(ends('(x - 1e7)^2', { lr: 0.5 }, { start: [0], steps: 20 }).message).toMatch(
      /x = 10⁷ is more than 10⁶ times/,
    )
  })

  test('a bounded path does not swing ever wider', () => {
    expect(ends('ripples', { lr: 0.3 }, { start: [-6], steps: 3000 }).message).toMatch(
      /^Oscillating since/,
    )
    expect(ends('tanhsin', { lr: 5 }, { start: [8], steps: 100 }).message).toMatch(
      /^Oscillating since/,
    )
  })

  test('a swing that grows says how fast', () => {
    const { kind, message } = ends('square', { lr: 1.05 }, { start: [0.4], steps: 12 })
    expect(kind).toBe('oscillating')
    expect(message).toMatch(/^Swinging ever wider .* η·f̄″ = 2\.1 > 2/)
  })

  test('rounding never contradicts the sentence', () => {
    expect(ends('x^2', { lr: 1.001 }, { steps: 10_000 }).message).toMatch(
      /came back 1\.002 times as large .* η·f̄″ = 2\.002 > 2\.$/,
    )
    expect(ends('kink', { lr: 1e-9 }, { start: [1e-9 / 3 + 1], steps: 20 }).message).not.toMatch(
      /= 1 and 1[:,]/,
    )
  })

  test('swings that shrink slowly are said to', () => {
    expect(ends('square', { lr: 0.999 }, { steps: 50 }).message).toMatch(
      /it swings from side to side, each time 0\.2 % smaller\.$/,
    )
  })

  test('nothing goes down that does not', () => {
    expect(ends('x^2', { rho: 1 }, { optimizer: 'adadelta', steps: 4 }).message).toMatch(
      /^Still moving/,
    )
    expect(ends('-x^2', { lr: 0.01, maximize: true }, { steps: 3 }).message).toMatch(
      /^Still on the way up/,
    )
    expect(ends('3', { lr: 0.1 }).message).toMatch(/^Stuck on flat ground: the slope is 0/)
  })

  test('maximizing never counts a minimum as better', () => {
    expect(ends('-x^2', { lr: 0.2, maximize: true }, { steps: 200 }).kind).toBe('converged')
    expect(ends('ridge', { lr: 0.2, maximize: true }, { start: [0.1], steps: 200 }).kind).toBe(
      'converged',
    )
  })
})

describe('where the slope is 0 but no minimum is', () => {
  const sgd = (lr: number, more = {}) => [{ optimizer: 'sgd', hyper: { lr, ...more } }]
  const at = (f: string, start: number[], runs: RunSpec[] = sgd(0.1), steps = 300) =>
    ends(f, {}, { start, runs, steps })

  test('a saddle point of any function, with the way down', () => {
    expect(at('x^2 - y^2', [1, 0])).toMatchObject({
      kind: 'stuck',
      step: 56,
      message: expect.stringMatching(
        /^Stopped at a saddle point since step 56: x = .*, y = 0, f = .* but downhill is along \(0\.00, 1\.00\)\.$/,
      ),
    })
    expect(at('x*y + 7', [1, 1]).message).toContain('downhill is along (0.71, −0.71)')
    expect(at('x^2 - y^2 + x*y + 3*y*z + z^4', [0, 0, 0]).message).toMatch(
      /saddle point: downhill is in some/,
    )
  })

  test('a saddle point where a minimum is known', () => {
    const { kind, message } = at(
      'himmelblau',
      [0.0867, 2.8843],
      [{ optimizer: 'newton', hyper: {} }],
    )
    expect(kind).toBe('stuck')
    expect(message).toMatch(
      /^Stopped at a saddle point since .* downhill is along \(0\.99, −0\.11\)\. The minimum at x = 3, y = 2 is deeper: f = 0\.$/,
    )
  })

  test('a maximum, and a ridge', () => {
    expect(at('cos(x)', [1], [{ optimizer: 'newton', hyper: {} }]).message).toMatch(
      /^Stopped at a maximum since .* downhill is on both sides\.$/,
    )
    expect(at('ridge', [0.3], [{ optimizer: 'newton', hyper: {} }]).message).toMatch(
      /^Stopped at a maximum since .* The minimum at x = −1 is deeper: f = 0\.$/,
    )
    expect(at('-x^2 - y^2', [0, 0]).message).toMatch(
      /^Nothing moves: the slope at the start is 0, .* stands at a maximum: downhill is all around\.$/,
    )
    expect(at('-(x - y)^2', [1, 1]).message).toMatch(
      /on a ridge: downhill is along \(0\.71, −0\.71\)/,
    )
  })

  test('whoever maximizes looks the other way', () => {
    const up = sgd(0.1, { maximize: true })
    expect(at('x^2 - y^2', [0, 1], up).message).toMatch(
      /saddle .* uphill is along \(1\.00, 0\.00\)/,
    )
    expect(at('-x^2', [1], up).message).toMatch(/^Converged/)
    expect(at('x^2', [0], up).message).toMatch(/stands at a minimum: uphill is on both sides/)
  })

  test.each([
    ['a minimum', 'x^2 + y^2', [1, 1]],
    ['a minimum that is flat', 'x^4', [0.01]],
    ['a valley of minima', '(x - y)^2', [1, 0]],
    ['a plateau', '-exp(-x^2)', [6]],
    ['a gentle slope', 'exp(-x)', [12]],
    ['flat ground', '3', [1]],
    ['a kink', 'abs(x) - abs(y)', [0, 0]],
    ['a turning point', 'x^3', [0]],
    ['a slope beside a saddle point', 'x^2/1e7 - y^2', [1, 0]],
  ])('%s is not called anything else', (_, f, start) => {
    const { kind, message } = at(f, start)
    expect(['converged', 'running', 'stuck']).toContain(kind)
    expect(message).not.toMatch(/saddle|maximum|ridge/)
  })
})

describe('how noisy runs end, in words', () => {
  const noisy = { noise: 0.5, seed: 1, steps: 300 }

  test('they never converge, but wander around the minimum', () => {
    const { kind, message } = ends('square', { lr: 0.1 }, { ...noisy, start: [3] })
    expect(kind).toBe('running')
    expect(message).toMatch(
      /^Wandering around the minimum x = 0, f = 0, since step \d+: the noise of each step keeps it moving, with f = 0\.00\d+ on average\.$/,
    )
  })

  test('the deepest of several, or one that is not', () => {
    expect(ends('tanhsin', { lr: 0.5 }, { ...noisy, start: [0] }).message).toMatch(
      /^Wandering around the deepest minimum x = −1\.28, f = −0\.6615, since/,
    )
    expect(ends('tanhsin', { lr: 0.5 }, { ...noisy, start: [8] }).message).toMatch(
      /^Wandering around the minimum x = 3\.985.* The minimum at x = −1\.28 is deeper: f = −0\.6615\.$/,
    )
  })

  test('one of several that are as deep is not the deepest', () => {
    expect(ends('himmelblau', { lr: 0.01 }, { ...noisy, start: [3, 2] }).message).toMatch(
      /^Wandering around the minimum x = 3, y = 2, f = 0, since/,
    )
  })

  test('several that it visits in turn', () => {
    const { message } = ends('tanhsin', { lr: 0.5 }, { ...noisy, noise: 2, start: [8], seed: 0 })
    expect(message).toMatch(/^Wandering between the minima x = −1\.28 and x = −6\.807 since/)
  })

  test('where no minimum is known, the one that is found', () => {
    expect(ends('(x - 1)^2 + (y + 2)^2', { lr: 0.1 }, { ...noisy, start: [1, 1] }).message).toMatch(
      /^Wandering around the minimum x = 1, y = −2, f = 0, since step/,
    )
  })

  test('where none is found, the middle of the region; no digits that mean nothing', () => {
    expect(ends('relu(x^2 - 1)', { lr: 0.05 }, { ...noisy, start: [2] }).message).toMatch(
      /^Wandering around x = −?[01](\.\d\d?)? since step/,
    )
  })

  test('a saddle point holds nobody who is noisy', () => {
    const { kind } = ends('x^2 - y^2', { lr: 0.1 }, { ...noisy, start: [1, 0] })
    expect(kind).toBe('diverged')
  })

  test('who is still on the way does not wander', () => {
    expect(ends('x', { lr: 0.1 }, noisy).message).toMatch(/^Still /)
    expect(ends('square', { lr: 0.001 }, noisy).message).toMatch(/^Still /)
  })

  test('steps that lead too far oscillate, and no law is claimed that holds without noise', () => {
    expect(ends('square', { lr: 0.97 }, noisy)).toMatchObject({
      kind: 'oscillating',
      message: expect.stringMatching(/^Oscillating .* each step leads too far, and the noise/),
    })
    const { kind, message } = ends('square', { lr: 1.3 }, noisy)
    expect(kind).toBe('diverged')
    expect(message).toMatch(/each step was about 1\.6 times as large/)
  })

  test('a schedule brings them to rest', () => {
    const runs = [
      { optimizer: 'sgd', hyper: { lr: 0.1 }, schedule: { kind: 'exponential', gamma: 0.9 } },
    ]
    expect(ends('square', {}, { ...noisy, runs }).message).toMatch(/^Come to rest .* the schedule/)
  })
})

describe('what an adversary found', () => {
  test('a point at rest where the pull of a penalty balances the slope', () => {
    const hyper = { lr: 0.1, weight_decay: 2 }
    expect(ends('x^2 - 4*x', hyper, { start: [5], steps: 200 })).toMatchObject({
      kind: 'running',
      message: expect.stringMatching(
        /^Come to rest since step \d+: x = 1, f = −3\. The slope there is 2, and the pull of the weight decay/,
      ),
    })
    expect(ends('x^2 - 4*x', hyper, { start: [5], steps: 12 }).message).toMatch(/^Still moving/)
  })

  test('a schedule that has taken the rate down', () => {
    const schedule = { kind: 'exponential', gamma: 0.3 }
    const [trace] = runExperiment({
      f: 'x^2',
      start: [5],
      runs: [{ optimizer: 'sgd', hyper: { lr: 0.01 }, schedule }],
    })
    expect(trace?.outcome.message).toMatch(/^Come to rest .* the schedule has taken .* down to/)
  })

  test('nothing moves because the steps are nothing, not the slope', () => {
    expect(ends('1e-5*x', { lr: 0 }, { start: [5] }).message).toMatch(
      /^The point does not move: the learning rate is 0/,
    )
    for (const f of ['1e-5*x', 'x^2'])
      expect(ends(f, { lr: 1e-30 }, { start: [5] }).message).toMatch(
        /^The point has not moved in 50 steps: the slope is .*, but the learning rate is too small/,
      )
  })

  test('the values are those of the step that is named', () => {
    const [trace] = runExperiment({
      f: '(x - 1)^2 + 3',
      start: [0],
      steps: 100,
      runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
    })
    const { step, message } = (trace as Trace).outcome
    expect(message).toContain(`The slope there is ${plain(Math.abs(trace?.grad[step] ?? 0), 2)}`)
  })

  test('the reason belongs to the step', () => {
    const f = 'where(x > -4e6, x, log(-(x + 1e9)))'
    const { step, message } = ends(f, { lr: 1e6 }, { start: [0], steps: 9 })
    expect(step).toBe(2)
    expect(message).toMatch(/^Diverged at step 2: x = −2·10⁶ is more than/)
  })
})

describe('a written rule that goes wrong is told which line', () => {
  test.each([
    ['x = x - lr*g/(t - 1)', 'line 1 (`x = …`) divides 0.05 by 0 in step 1'],
    ['m = m + g\n\nx = x - lr*m/(3 - t)', 'line 3 (`x = …`) divides '],
    ['v = v + g^2 # squares\nx = x - lr*g/sqrt(v - v)', 'line 2 (`x = …`) divides 0.05 by 0'],
    ['m = sqrt(0 - t)\nx = x - m', 'line 1 (`m = …`) has no value (sqrt of −1) in step 1'],
    ['s = 1/(g - prev(g))\nx = x - lr*s*0', 'line 1 (`s = …`) divides 1 by 0'],
    ['x = x - exp(1000)', 'line 1 (`x = …`) is too large for a number (exp of 1000) in step 1'],
    ['x = 2*x', 'each step was about 2 times as large as the one before'],
  ])('%s', (rule, words) => {
    const f = rule.includes('prev') ? 'x' : 'x^2/2'
    const [trace] = runExperiment({
      f,
      start: [0.5],
      steps: 30,
      runs: [{ optimizer: 'custom', rule, hyper: { lr: 0.1 } }],
    })
    expect(trace?.outcome.kind).toBe('diverged')
    expect(trace?.outcome.message).toContain(words)
  })

  test('a search that leaves the domain says where it looked', () => {
    const { message } = ends(
      'sqrt(x) + y^2',
      { lr: 0.5 },
      { optimizer: 'lbfgs', start: [0.1, 1], steps: 20 },
    )
    expect(message).toMatch(/in step 1 it looked at x = −.*, where f has no value \(sqrt of −/)
  })
})

test.each([
  ['always down', '-x', { lr: 1e-4 }, {}, /^Still on the way down/],
  ['up and down', 'x^2', { lr: 1e-9, momentum: 1 }, { start: [1] }, /^(Still|Oscillating)/],
  ['from side to side', 'x^2', { lr: 0.999999 }, { start: [1] }, /^(Still|Oscillating)/],
  [
    'in two directions',
    'x^2 + y^2/9',
    { lr: 1e-9, momentum: 1 },
    { start: [1, 1] },
    /^(Still|Osc)/,
  ],
  ['by noise', '-x', { lr: 1e-4 }, { noise: 1, seed: 3 }, /^Still/],
] as const)('of a very long run too: %s', (_, f, hyper, more, words) => {
  expect(ends(f, hyper, { steps: 500_000, ...more }).message).toMatch(words)
})

test('the ends of a narrow swing far from 0 are told as exactly as its width', () => {
  const { message } = ends('(x - 1e6)^2', { lr: 0.99 }, { start: [1000005], steps: 100 })
  expect(message).toMatch(/between x = 9\.999993\d*·10⁵ and 1\.0000007·10⁶/)
})
