import { describe, expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { type Vector, vectorsOf } from './vectors.ts'

const valley: Experiment = { f: '(1 - x)^2 + 5*(y - x^2)^2', start: [-1.2, 1], steps: 12 }

function ran(spec: RunSpec, rest: Partial<Experiment> = {}): { run: Run; trace: Trace } {
  const experiment = { ...valley, ...rest, runs: [spec] }
  return {
    run: prepare(experiment).runs[0] as Run,
    trace: runExperiment(experiment)[0] as Trace,
  }
}

const written = (rule: string, hyper = {}) => ({
  optimizer: 'custom',
  rule,
  hyper: { lr: 0.02, ...hyper },
})
const named = (vectors: readonly Vector[], name: string) =>
  vectors.find((vector) => vector.name === name)
const shapes = (spec: RunSpec, k = 5) => {
  const { run, trace } = ran(spec)
  return vectorsOf(run, trace, k).map(({ label, form, role, isSlot }) =>
    [label, form, role, ...(isSlot ? ['kept'] : [])].join(' '),
  )
}

describe('what is drawn of a step', () => {
  test('is read off the rule: memory as arrows, squares as boxes of their roots', () => {
    expect(shapes({ optimizer: 'adam', hyper: { lr: 0.05 } })).toEqual([
      'gradient arrow gradient',
      'm arrow memory kept',
      '√v box scale kept',
      'm̂ arrow memory',
      '√v̂ box scale',
      'step arrow step',
    ])
  })

  test.each([
    ['sgd', ['gradient', 'step']],
    ['adamax', ['gradient', 'm', 'u', 'step']],
    ['adadelta', ['gradient', '√v', 'd', '√u', 'step']],
    ['radam', ['gradient', 'm', '√v', 'm̂', '1/l', 'step']],
    ['newton', ['gradient', 'd', 'step']],
    ['lbfgs', ['gradient', 'z', 'step']],
    ['cg', ['gradient', 'd', 'step']],
    ['nesterov', ['gradient', 'h', 'step']],
    ['rprop', ['gradient', 's', 'step']],
  ])('of %s is what its rule has', (optimizer, labels) => {
    const { run, trace } = ran({ optimizer, hyper: { lr: 0.01 } })
    expect(vectorsOf(run, trace, 5).map(({ label }) => label)).toEqual(labels)
  })

  test.each(optimizers.map(({ id }) => id))(
    'of %s has finite numbers in every step',
    (optimizer) => {
      const { run, trace } = ran({ optimizer, hyper: { lr: 0.01 } })
      for (let k = 0; k < trace.lr.length; k++) {
        const vectors = vectorsOf(run, trace, k)
        const step = named(vectors, 'x')?.value
        expect(step?.map((d, i) => d + (trace.x[2 * k + i] as number))).toEqual([
          expect.closeTo(trace.x[2 * k + 2] as number, 12),
          expect.closeTo(trace.x[2 * k + 3] as number, 12),
        ])
        expect(vectors.flatMap(({ value }) => value).every(Number.isFinite)).toBe(true)
        for (const { form, value } of vectors)
          if (form === 'box') expect(Math.min(...value)).toBeGreaterThanOrEqual(0)
      }
    },
  )

  test('where no step follows is the gradient alone', () => {
    const { run, trace } = ran({ optimizer: 'adam' })
    expect(vectorsOf(run, trace, 12)).toEqual([
      expect.objectContaining({ name: 'g', value: [...trace.grad.subarray(24, 26)] }),
    ])
  })

  test('of one variable is nothing', () => {
    const { run, trace } = ran({ optimizer: 'adam' }, { f: 'x^2', start: [1] })
    expect(vectorsOf(run, trace, 3)).toEqual([])
  })
})

describe('a value', () => {
  test('of a size is in the units of the gradient, whatever the degree of the quantity', () => {
    // On a plane every gradient is (3, −4): all averages of it have that length.
    const plane = { f: '3*x - 4*y', start: [0, 0] }
    for (const [spec, name] of [
      [{ optimizer: 'adam' }, 'vhat'],
      [{ optimizer: 'adamax' }, 'u'],
      [{ optimizer: 'radam' }, 'l'],
      [written('v = 0.5*v + 0.5*g*g\nw = max(sqrt(v/(1 - 0.5^t)), 0)\nx = x - lr*g/w'), 'w'],
      [written('v = 0.5*v + 0.5*g*g\nw = v/(1 - 0.5^t)\nx = x - lr*g/w^0.5'), 'w'],
      [written('s = 0.5*s + 0.5*abs(g)\nw = s/(1 - 0.5^t)\nx = x - lr*g/w'), 'w'],
    ] as const) {
      const { run, trace } = ran(spec, plane)
      const box = named(vectorsOf(run, trace, 4), name)
      expect([box?.form, ...(box?.value ?? [])]).toEqual([
        'box',
        expect.closeTo(3, 5),
        expect.closeTo(4, 5),
      ])
    }
  })

  test('that mixes degrees, or may be negative, is no size', () => {
    expect(shapes(written('v = 0.5*v + g^2\nw = v + abs(g)\nx = x - lr*g/(1 + w)'))).toEqual([
      'gradient arrow gradient',
      '√v box scale kept',
      'step arrow step',
    ])
    expect(shapes({ optimizer: 'rprop', hyper: { lr: 0.01 } })).not.toContain('√c box scale')
  })

  test('of the gradient is what the rule made of it', () => {
    const { run, trace } = ran({ optimizer: 'sgd', hyper: { lr: 0.01, weight_decay: 0.5 } })
    const [gx, gy, x, y] = [...trace.grad.subarray(6, 8), ...trace.x.subarray(6, 8)] as number[]
    expect(named(vectorsOf(run, trace, 3), 'g')?.value).toEqual([
      (gx as number) + 0.5 * (x as number),
      (gy as number) + 0.5 * (y as number),
    ])
  })

  test.each([
    ['asgd', { optimizer: 'asgd', hyper: { lr: 0.01, t0: 1 } }, 'xbar'],
    ['a point ahead', written('y = x + 0.5*(x - prev(x))\nx = y - lr*g'), 'y'],
    ['an average of points', written('x = x - lr*g\np = 0.9*p + 0.1*x'), 'p'],
  ] as const)('of a place leads there from the point: %s', (_, spec, name) => {
    const { run, trace } = ran(spec)
    const arrow = named(vectorsOf(run, trace, 5), name)
    const column = trace.quantities[name] as Float64Array
    expect(arrow?.isMove).toBe(true)
    expect(arrow?.value).toEqual(
      [10, 11].map((i) => (column[i] as number) - (trace.x[i] as number)),
    )
  })

  test('that only sums up gradients is no place', () => {
    for (const rule of ['b = b + g', 'b = b + g + 0.5*x', 'b = 0.9*b + 0.1*g']) {
      const { run, trace } = ran(written(`${rule}\nx = x - lr*b`))
      expect(named(vectorsOf(run, trace, 5), 'b')?.isMove).toBe(false)
    }
  })

  test('that is given by a method is a direction, or a gradient from elsewhere', () => {
    expect(shapes({ optimizer: 'newton' }, 0)).toContain('d arrow step')
    expect(shapes({ optimizer: 'nesterov', hyper: { lr: 0.01 } })).toContain('h arrow gradient')
  })
})
