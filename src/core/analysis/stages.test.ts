import { describe, expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { wholeFormula } from '../formulas/stepFormula.ts'
import { optimizers } from '../optimizers/index.ts'
import { hyperOf } from '../optimizers/optimizer.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { stagesOf } from './stages.ts'

const steps = 9
const experimentOf = (spec: RunSpec): Experiment => ({
  f: '(1 - x)^2 + 5*(y - x^2)^2',
  start: [-1.2, 1],
  steps,
  runs: [spec],
})

/** Everything switched on. */
const everything = (optimizer: (typeof optimizers)[number]) =>
  Object.fromEntries(
    [...hyperOf(optimizer)].flatMap(([name, { kind, value }]) =>
      kind.scale === 'flag' || (value === 0 && name !== 'dampening')
        ? [[name, kind.scale === 'flag' ? name !== 'decoupled_weight_decay' : 0.2]]
        : [],
    ),
  )

const cases: RunSpec[] = [
  ...optimizers.flatMap((o) =>
    [{}, everything(o)].map((hyper) => ({ optimizer: o.id, hyper: { ...hyper, lr: 0.01 } })),
  ),
  ...[
    'm = beta*m + g\nx = x - lr*m',
    'v_0 = 0.1\nv = max(v, abs(g))\nx = x - lr*tanh(g/v)*e^-t',
    'x *= 0.99\nm += 0.5*(g - m)\nx -= lr*m',
    'y = x + 0.5*(x - prev(x))\nx = y - lr*g\np = 0.9*p + 0.1*x',
    'x = where(f > 1, x - lr*g, x - where(g > 0, lr, -lr))',
    'x = 2',
    'a = 1/0*t\nm = a*g\nx = x - lr*sign(m)',
  ].map((rule) => ({ optimizer: 'custom', rule, hyper: { lr: 0.01 } })),
  {
    optimizer: 'nadam',
    hyper: { lr: 0.01 },
    schedule: { kind: 'exponential', gamma: 0.9, warmup: { steps: 3 } },
  },
]

const tellerOf = (spec: RunSpec) => {
  const experiment = experimentOf(spec)
  const { runs, loss } = prepare(experiment)
  const run = runs[0] as Run
  const trace = runExperiment(experiment)[0] as Trace
  const { variables, written } = loss
  const formula = wholeFormula(run.rule, written, { variables, coordinate: 'all' })
  return { stagesAt: (k: number) => stagesOf(run, trace, k), trace, formula }
}

describe('an update as a cartoon', () => {
  test.each(cases.map((spec) => [JSON.stringify(spec), spec] as const))('%s', (_, spec) => {
    const { stagesAt, trace, formula } = tellerOf(spec)
    for (let k = 0; k < steps; k++) {
      const stages = stagesAt(k)
      const order = stages.map(({ line }) => line)
      expect([...order].sort((a, b) => a - b)).toEqual(formula.map((_, i) => i))
      for (const { line, name, words, vector, before } of stages) {
        expect(name).toBe(formula[line]?.name)
        expect(words).toMatch(/^\S+ (is|keeps|moves|stays|starts|becomes)\b/)
        expect(words).not.toMatch(/NaN|where|sqrt|[*]/)
        expect([...(vector?.value ?? []), ...(before ?? [])].every(Number.isFinite)).toBe(true)
      }
      const last = stages.at(-1)
      expect(last?.name).toBe('x')
      last?.vector?.value.forEach((d, i) => {
        expect((trace.x[2 * k + i] as number) + d).toBeCloseTo(trace.x[2 * k + 2 + i] as number, 12)
      })
      expect(last?.vector).toBeDefined()
    }
  })

  test('memory grows from what it was in the step before', () => {
    const spec = { optimizer: 'adam', hyper: { lr: 0.05 } }
    const { stagesAt, trace } = tellerOf(spec)
    const stage = (k: number, name: string) => stagesAt(k).find((s) => s.name === name)
    expect(stage(0, 'm')?.before).toEqual([0, 0])
    expect(stage(4, 'm')?.before).toEqual(stage(3, 'm')?.vector?.value)
    expect(stage(4, 'v')?.before).toEqual(stage(3, 'v')?.vector?.value)
    expect(stage(4, 'v')?.before?.[0]).toBeCloseTo(Math.sqrt(trace.quantities.v?.[6] as number), 12)
    expect(stage(4, 'mhat')?.before).toBeUndefined()
  })
})

describe('the words of a line', () => {
  const words = (spec: RunSpec, k = 5) =>
    tellerOf(spec)
      .stagesAt(k)
      .map((stage) => stage.words)
  const rule = (text: string, hyper = {}) => words({ optimizer: 'custom', rule: text, hyper })

  test('say what an average keeps and takes', () => {
    expect(words({ optimizer: 'adam', hyper: { lr: 0.05 } }, 0).slice(1)).toEqual([
      'm keeps 0.9 of itself and takes 0.1 of g',
      'v keeps 0.999 of itself and takes 0.001 of g²',
      'm̂ is 10 × m',
      'v̂ is 1000 × v',
      'x moves by −lr × m̂/(√v̂ + eps)',
    ])
  })

  test('say the largest, and what is asked', () => {
    expect(rule('v = max(v, abs(g))\nx = x - lr*g/v', { lr: 0.1 })).toContain(
      'v becomes the larger of itself and |g|',
    )
    expect(rule('d = where(g > 0, 1, -1)\nx = x - lr*d', { lr: 0.1 })).toContain(
      'd is 1 if g > 0, else −1',
    )
  })

  test('tell only the branch that is taken, where both coordinates take the same', () => {
    const text = 'm = where(t > 3, 0.5*m + g, g)\nx = x - lr*m'
    const spec = { optimizer: 'custom', rule: text, hyper: { lr: 0.01 } }
    expect(words(spec, 1)).toContain('m is g')
    expect(words(spec, 3)).toContain('m keeps 0.5 of itself and takes g')
  })

  test('are the result where nothing else can be said', () => {
    const text = 'c = where(g > 1, where(g > 2, 3, 4), 5)\nx = x - lr*c'
    const found = words({ optimizer: 'custom', rule: text, hyper: { lr: 0.01 } }, 0)
    // At the start the gradient is (−14.96, −4.4).
    expect(found).toContain('c becomes (5, 5)')
    expect(found[0]).toBe('g is the gradient here: (−15, −4.4)')
  })

  test('say by how much less than all is kept, however little it is', () => {
    expect(words({ optimizer: 'asgd', hyper: { lr: 0.01 } }, 0).at(-1)).toBe(
      'x keeps 0.999999 of itself and takes −0.01 × g',
    )
  })
})

test('a step of one variable is told in the same words, line by line of its own formula', () => {
  for (const spec of cases) {
    const experiment = { f: 'tanhsin', start: [8], steps: 3, runs: [spec] }
    const { runs, loss } = prepare(experiment)
    const run = runs[0] as Run
    const trace = runExperiment(experiment)[0] as Trace
    const { variables, written } = loss
    const formula = wholeFormula(run.rule, written, { variables, coordinate: 0 })
    const stages = stagesOf(run, trace, 1)
    expect([...stages.map(({ line }) => line)].sort((a, b) => a - b)).toEqual(
      formula.map((_, i) => i),
    )
    for (const { line, name, words } of stages) {
      expect(name).toBe(formula[line]?.name)
      expect(words).toMatch(/^\S+ (is|keeps|moves|stays|starts|becomes)\b/)
      expect(words).not.toMatch(/NaN|undefined|where|sqrt|[*]/)
    }
    expect(stages.find(({ name }) => name === 'g')?.words).toMatch(
      /^g (is the slope here: [−\d]|becomes)/,
    )
    expect(stages.at(-1)?.name).toBe('x')
  }
})
