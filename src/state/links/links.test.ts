import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec, ScheduleSpec } from '../../core/experiment/experiment.ts'
import { parts } from '../../core/experiment/parts.ts'
import { type Entry, type HyperArgument, singles } from '../../core/hyper.ts'
import { parseLoss } from '../../core/language/loss.ts'
import { optimizers } from '../../core/optimizers/index.ts'
import { hyperOf } from '../../core/optimizers/optimizer.ts'
import { setNoise, setSeed } from '../edits/noise.ts'
import { decodeLink } from './decodeLink.ts'
import { encodeLink, forChat } from './encodeLink.ts'

const decode = (fragment: string) => decodeLink(parts, fragment)
const encode = (experiment: Experiment, by?: (text: string) => string) =>
  encodeLink(parts, experiment, by)

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const argument: fc.Arbitrary<HyperArgument> = fc.oneof(
  finite,
  fc.boolean(),
  fc.constantFrom('strong_wolfe', 'exp_range', 'cos', null),
  fc.array(finite, { maxLength: 3 }),
)
const key = fc.constantFrom('lr', 'betas', 'eps', 'nesterov', 'weight_decay', 'line_search_fn')
const someOf = (keys: fc.Arbitrary<string>) => fc.dictionary(keys, argument)
const kinds = fc.constantFrom('step', 'multistep', 'cosine-restarts', 'one-cycle', 'plateau')
const schedules: fc.Arbitrary<ScheduleSpec> = fc
  .record(
    {
      kind: kinds,
      warmup: someOf(fc.constantFrom('steps', 'start_factor')),
      given: someOf(fc.constantFrom('gamma', 'milestones', 'mode', 'cycle_momentum', 'T_max')),
    },
    { requiredKeys: [] },
  )
  .filter(({ kind, warmup, given }) => (kind ? true : warmup !== undefined && given === undefined))
  .map(({ given, ...rest }) => ({ ...rest, ...given }))
const beside = {
  schedule: schedules,
  bugs: fc.uniqueArray(fc.constantFrom('stale-closure', 'no-zero-grad', 'lr-inside'), {
    minLength: 1,
  }),
  from: fc.record({ run: fc.nat(9), step: fc.nat(1000) }),
}
const runs: fc.Arbitrary<RunSpec> = fc.oneof(
  fc.record(
    {
      optimizer: fc.constantFrom('sgd', 'adam', 'momentum-average', 'lbfgs'),
      hyper: fc.dictionary(key, argument, { minKeys: 1 }),
      ...beside,
    },
    { requiredKeys: ['optimizer'] },
  ),
  fc.record({
    optimizer: fc.constant('custom'),
    rule: fc.constantFrom(
      'm = beta*m+g\nx = x-lr*m',
      'x -= lr*where(g>=0,1,-1)',
      'v_0 = 1\nv += g^2\nx = x-lr*g/sqrt(v)',
    ),
  }),
)
const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes))
/** As a plot can show it. */
const interval = fc
  .tuple(finite, finite)
  .filter(([from, to]) => to - from > 1e-9 * (Math.abs(from) + Math.abs(to)))
  .filter(([from, to]) => to - from > 1e-280 && to - from < 1e300)
const experiments: fc.Arbitrary<Experiment> = fc.record(
  {
    lab: fc.constant('curve'),
    f: fc.constantFrom(
      'tanhsin',
      'x^2/20+tanh(sin(x))',
      'where(x<=1,x^2,2*x)',
      'x*%*&#=?+\'"<>`',
      'max(x,1)',
    ),
    params: fc.dictionary(fc.constantFrom('V', 'k'), finite, { minKeys: 1 }),
    start: fc.array(finite, { minLength: 1, maxLength: 3 }),
    steps: fc.nat(),
    at: fc.integer({ min: 1, max: 1000 }),
    seed: fc.maxSafeNat().filter((seed) => seed > 0),
    noise: finite.map(Math.abs).filter((noise) => noise > 0),
    budget: fc.constantFrom('steps', 'evaluations'),
    runs: fc.array(runs, { minLength: 1, maxLength: 3 }),
    show: fc.array(fc.constantFrom('ellipse', 'field', '3d', 'a b&c'), { minLength: 1 }),
    view: fc.array(interval, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['lab', 'f'] },
)

describe('links', () => {
  test.each([
    ['as readable text', undefined],
    ['as text that chat programs leave alone', forChat],
  ])('bring every experiment back, %s', (_, by) => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(decode(encode(experiment, by))).toEqual({ experiment, complaints: [] })
      }),
      { seed: 1 },
    )
  })

  test('for chat contain nothing but harmless characters', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(encode(experiment, forChat)).toMatch(/^#\/curve\?[A-Za-z0-9\-./:=,+&%]*$/)
      }),
      { seed: 1 },
    )
  })

  test('can be read by people', () => {
    const experiment = {
      f: 'x^2/20 + tanh(sin(x))',
      start: [8],
      steps: 15,
      runs: [
        {
          optimizer: 'adam',
          hyper: { lr: 2, betas: [0.9, 0.999], amsgrad: true, maximize: false },
        },
      ],
    }
    expect(encode(experiment)).toBe(
      '#/curve?f=x^2/20+tanh(sin(x))&start=8&steps=15&run=adam(lr=2,betas=0.9:0.999,amsgrad,maximize=false)',
    )
  })

  test.each(['x sin x', '2 pi x + |x| y', 'x if x > 0 else .5', 'sin^2 x + y', '1 - x'])(
    'say the same of %s without the spaces that mean nothing',
    (f) => {
      const read = decode(encode({ f })).experiment?.f ?? ''
      expect(parseLoss(read)).toBe(parseLoss(f))
      expect(read.length).toBeLessThanOrEqual(f.length)
    },
  )

  test('say nothing of noise and seed where they are 0', () => {
    const square = { lab: 'curve', f: 'x^2' }
    expect(encode({ ...square, seed: 0, noise: 0 })).toBe('#/curve?f=x^2')
    const link = '#/curve?f=x^2&seed=3&noise=0.5'
    expect(encode({ ...square, noise: 0.5, seed: 3 })).toBe(link)
    const written = setNoise(0.5)(setSeed(3)(square))
    expect(decode(link).experiment).toEqual(written)
    expect(setSeed(0)(setNoise(0)(written))).toEqual(square)
  })

  test.each(optimizers.map((o) => [o.id, o] as const))(
    'carry every hyper-parameter of %s',
    (id, optimizer) => {
      const hyper = Object.fromEntries(
        Object.keys(optimizer.hyper).map((key) => {
          const parts = [...singles({ [key]: optimizer.hyper[key] as Entry }).values()]
          const values = parts.map(({ value }) => (typeof value === 'function' ? 3 : value))
          return [key, parts.length > 1 ? values.map(Number) : (values[0] ?? 'strong_wolfe')]
        }),
      )
      const { experiment } = decode(encode({ f: 'x^2', runs: [{ optimizer: id, hyper }] }))
      expect(experiment.runs).toEqual([{ optimizer: id, hyper }])
      expect(hyperOf(optimizer).size).toBeGreaterThan(0)
    },
  )
})

describe('links typed by hand', () => {
  test('need not say much', () => {
    expect(decode('#/curve?f=x^2&run=sgd').experiment).toEqual({
      lab: 'curve',
      f: 'x^2',
      runs: [{ optimizer: 'sgd' }],
    })
    expect(decode('').experiment).toEqual({})
    expect(decode('#f').experiment).toEqual({ lab: 'f' })
  })

  test('split at & and at the first =, then decode; + is plus, and a bad % stays itself', () => {
    expect(decode('#/curve?f=x%5E2+1').experiment.f).toBe('x^2+1')
    expect(decode('#/curve?f=x==1').experiment.f).toBe('x==1')
    expect(decode('#/curve?f=50%').experiment.f).toBe('50%')
    expect(decode('#/curve?f=%zz%E2%88').experiment.f).toBe('%zz%E2%88')
    expect(decode('#/curve?f=x%26y').experiment.f).toBe('x&y')
  })

  test.each<[string, RunSpec]>([
    [
      'adam(lr=2)@exponential(gamma=0.95)',
      { optimizer: 'adam', hyper: { lr: 2 }, schedule: { kind: 'exponential', gamma: 0.95 } },
    ],
    [
      'sgd@warmup(steps=10)@cosine(T_max=90)',
      { optimizer: 'sgd', schedule: { kind: 'cosine', T_max: 90, warmup: { steps: 10 } } },
    ],
    ['sgd@warmup', { optimizer: 'sgd', schedule: { warmup: {} } }],
    ['sgd@inverse-sqrt', { optimizer: 'sgd', schedule: { kind: 'inverse-sqrt' } }],
    [
      'sgd@multistep(milestones=8:)',
      { optimizer: 'sgd', schedule: { kind: 'multistep', milestones: [8] } },
    ],
    [
      'lbfgs(lr=2,line_search_fn=strong_wolfe,bugs=stale-closure:no-zero-grad,from=0:7)',
      {
        optimizer: 'lbfgs',
        hyper: { lr: 2, line_search_fn: 'strong_wolfe' },
        bugs: ['stale-closure', 'no-zero-grad'],
        from: { run: 0, step: 7 },
      },
    ],
    ['lbfgs(line_search_fn=none)', { optimizer: 'lbfgs', hyper: { line_search_fn: null } }],
  ])('say of a run all there is to say: %s', (text, run) => {
    const { experiment, complaints } = decode(`#/curve?f=x^2&run=${text}`)
    expect({ runs: experiment.runs, complaints }).toEqual({ runs: [run], complaints: [] })
    expect(encode(experiment as Experiment)).toBe(`#/curve?f=x^2&run=${text}`)
  })

  test('give the n-th written run the n-th rule', () => {
    const { experiment } = decode(
      '#/curve?f=x^2&rule=m=beta*m+g;x=x-lr*m&run=custom(beta=0.9,lr=0.1)&run=sgd&run=custom&rule=x-=lr*g&run=custom',
    )
    expect(experiment.runs).toEqual([
      { optimizer: 'custom', hyper: { beta: 0.9, lr: 0.1 }, rule: 'm = beta*m+g\nx = x-lr*m' },
      { optimizer: 'sgd' },
      { optimizer: 'custom', rule: 'x -= lr*g' },
      { optimizer: 'custom' },
    ])
  })

  test('never give a written run the rule of another', () => {
    const rule = 'x -= lr*g'
    const said = { f: 'x^2', runs: [{ optimizer: 'custom' }, { optimizer: 'custom', rule }] }
    const { runs = [] } = decode(encode(said)).experiment
    expect(runs.map((run) => run.rule)).toEqual([expect.stringMatching(/^m = beta/), rule])
  })

  test('may name the coordinates of the start', () => {
    expect(decode('#/graph?f=x*y&start=y:2,x:1').experiment.start).toEqual([1, 2])
    expect(decode('#/graph?start=y:2,x:1').experiment.start).toEqual([1, 2])
  })

  test('name those that the function has', () => {
    const { experiment, complaints } = decode('#/curve?f=a^2&start=b:3')
    expect(complaints).toEqual(['The start in the link names b, but f is a function of a'])
    expect(experiment).toEqual({ lab: 'curve', f: 'a^2' })
    expect(decode('#/curve?start=a:3&f=a^2').experiment.start).toEqual([3])
  })

  test.each([
    ['start=NaN', /start=NaN.*cannot be read/],
    ['start=1,,2', /start/],
    ['steps=-3', /whole number/],
    ['steps=2.5', /whole number/],
    ['at=x', /whole number/],
    ['params=V', /V:330/],
    ['run=', /adam\(lr=0.1\)/],
    ['run=adam(lr=2', /adam\(lr=0.1\)/],
    ['f=', /empty/],
    ['colour=red', /`colour` in the link is not known/],
    ['=', /`=` in the link has no name/],
    ['start=x:1,2', /one number for each/],
    ['constructor=1', /`constructor` in the link is not known/],
    ['run=sgd@step(gamma=0.1', /@warmup\(steps=10\)@cosine\(T_max=90\)/],
    ['run=sgd@', /a schedule is written as/],
    ['run=sgd@step@cosine', /a schedule is written as/],
    ['run=sgd@cosine@warmup(steps=3)', /a schedule is written as/],
    ['run=sgd(from=7)', /a branch is written as `from=0:7`/],
    ['budget=time', /steps or evaluations/],
    ['seed=1.5', /`seed=1.5` in the link cannot be read: it must be a whole number/],
    ['seed=-1', /whole number/],
    ['noise=-0.1', /`noise=-0.1` in the link cannot be read: it must be a number, 0 or more/],
    ['noise=loud', /it must be a number, 0 or more/],
    ['noise', /it must be a number, 0 or more/],
    ['view=3:-3', /`view=3:-3` in the link cannot be read: it must be .*`-3:3,-2:2`/],
    ['view=1', /an interval for each axis/],
    ['view=', /an interval for each axis/],
    ['view=-1:1,', /an interval for each axis/],
    ['view=-1:1,-1:1,-1:1', /an interval for each axis/],
    ['view=-1:1,2', /an interval for each axis/],
    ['view=0:Infinity', /an interval for each axis/],
    [
      'view=-1e308:1e308',
      /`view=-1e308:1e308` in the link cannot be read: no plot can show so wide/,
    ],
    ['view=1:1.0000000000000002', /no plot can show so wide or narrow a window/],
    ['rule=x=x-g', /belongs to no run/],
  ])('%s is complained about, and the rest counts', (part, complaint) => {
    const { experiment, complaints } = decode(`#/curve?${part}&steps=7`)
    expect(complaints).toEqual([expect.stringMatching(complaint)])
    expect(experiment.steps).toBe(7)
  })

  const again = (said: string, key: string) =>
    `\`${said}\` in the link says \`${key}\` more than once: only the last counts`

  test.each<[string, Partial<Experiment>, string[]]>([
    ['run=adam(lr=1,lr=2)', { runs: [{ optimizer: 'adam', hyper: { lr: 2 } }] }, ['lr']],
    ['run=adam(lr=1,lr=2,lr=3)', { runs: [{ optimizer: 'adam', hyper: { lr: 3 } }] }, ['lr']],
    [
      'run=sgd(nesterov,lr=1,nesterov=false,lr=2,momentum=0)',
      { runs: [{ optimizer: 'sgd', hyper: { nesterov: false, lr: 2, momentum: 0 } }] },
      ['nesterov', 'lr'],
    ],
    [
      'run=lbfgs(bugs=no-zero-grad,lr=1,bugs=stale-closure)',
      { runs: [{ optimizer: 'lbfgs', hyper: { lr: 1 }, bugs: ['stale-closure'] }] },
      ['bugs'],
    ],
    [
      'run=sgd@warmup(steps=3,steps=4)@step(gamma=0.1,gamma=0.2)',
      {
        runs: [{ optimizer: 'sgd', schedule: { kind: 'step', gamma: 0.2, warmup: { steps: 4 } } }],
      },
      ['steps', 'gamma'],
    ],
    ['params=V:1,k:2,V:3', { params: { V: 3, k: 2 } }, ['V']],
    ['start=x:1,x:2', { start: [2] }, ['x']],
  ])('%s says a name again: the last counts, nothing else is lost', (part, read, keys) => {
    const { experiment, complaints } = decode(`#/curve?f=x^2&${part}&steps=7`)
    expect(complaints).toEqual(keys.map((key) => again(part, key)))
    expect(experiment).toEqual({ lab: 'curve', f: 'x^2', steps: 7, ...read })
  })

  test('of any bytes never break', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decode(`#${text}`)).toHaveProperty('complaints')
      }),
      { numRuns: 2000, seed: 1 },
    )
  })
})
