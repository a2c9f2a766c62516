import { describe, expect, test } from 'vitest'
import { prepare } from '../../experiment/prepare.ts'
import { ExperimentError } from '../../experimentError.ts'
import type { Trace } from '../../index.ts'
import { Mistake } from '../../language/mistake.ts'
import { runExperiment } from '../../runs/runExperiment.ts'
import { optimizers } from '../index.ts'
import { hyperOf } from '../optimizer.ts'
import { customOptimizer } from './custom.ts'

const written = (rule: string, hyper?: Record<string, number>) => ({
  f: 'x^2/20 + tanh(sin(x))',
  start: [8],
  steps: 20,
  runs: [{ optimizer: 'custom', rule, ...(hyper && { hyper }) }],
})
const refused = (rule: string): ExperimentError => {
  try {
    prepare(written(rule))
  } catch (error) {
    expect(error).toBeInstanceOf(ExperimentError)
    return error as ExperimentError
  }
  return expect.unreachable(rule)
}

describe('a written rule that cannot be read says what and where', () => {
  test.each([
    ['m = beta*m + g', 'The rule never moves x: one line must read `x = …`, at its end'],
    ['', 'The rule never moves x: one line must read `x = …`, at its end'],
    ['x = x - lr*bta1*m\nm = beta1*m + g', 'did you mean `beta1`?, at line 1, character 12'],
    ['x = x - lr*g/momntum', 'did you mean `momentum`?, at line 1, character 14'],
    [
      'm = 0.5*m\nx = x - lr*grad',
      '`grad` is not known; did you mean `g`?, at line 2, character 12',
    ],
    ['x = X - lr*g', '`X` is not known; did you mean `x`?, at line 1, character 5'],
    ['x = x\nt = 3', '`t` is given at each step and cannot be assigned, at line 2, character 1'],
    ['f = 2; x = x', '`f` is given at each step and cannot be assigned, at line 1, character 1'],
    ['x = x; pi = 3', '`pi` is a constant; choose another name, at line 1, character 8'],
    ['sin = 2\nx = x', '`sin` is a function; choose another name, at line 1, character 1'],
    ['x = x -', 'Expected a number, a name or `(` after `-`, at line 1, character 8'],
    ['m = g\n\n  x = x - lr*(m', 'Expected `)` after `m`, at line 3, character 16'],
    ['x + 1', 'A line reads `name = expression`, at line 1, character 1'],
    ['x = x - lr*foo(g)', '`foo` is not a function here, at line 1, character 12'],
  ])('%j', (rule, message) => {
    const { message: said, cause } = refused(rule)
    if (!message.includes('did you mean `') || message.startsWith('`')) expect(said).toBe(message)
    else expect(said).toContain(message)
    expect(cause).toBeInstanceOf(Mistake)
    expect((cause as Mistake).at).toBeLessThanOrEqual(rule.length)
  })
})

describe('a written rule', () => {
  const optimizerOf = (rule: string) => prepare(written(rule)).runs[0]?.optimizer

  test('has the hyper-parameters that it reads, with their usual ranges', () => {
    const rule = 'm = beta1*m + (1 - beta1)*g\nx = x - lr*(m/(abs(g) + eps) + weight_decay*x*zeta)'
    const hyper = hyperOf(optimizerOf(rule) as NonNullable<ReturnType<typeof optimizerOf>>)
    expect([...hyper.keys()]).toEqual(['lr', 'beta1', 'eps', 'weight_decay', 'zeta'])
    expect(hyper.get('beta1')).toMatchObject({ value: 0.9, kind: { scale: 'linear' } })
    expect(hyper.get('eps')).toMatchObject({ value: 1e-8, kind: { scale: 'logarithmic' } })
    expect(hyper.get('zeta')).toMatchObject({ value: 0.9, kind: { range: [-2, 2] } })
  })

  test('may give a default itself, which an experiment may change', () => {
    const rule = 'beta = 0.5\nlr0 = 7\nm = beta*m + g\nx = x - lr*m'
    const settings = (hyper?: Record<string, number>) =>
      prepare(written(rule, hyper)).runs[0]?.settings
    expect(settings()).toMatchObject({ beta: 0.5 })
    expect(settings({ beta: 0.25 })).toMatchObject({ beta: 0.25 })
    const plain = runExperiment(written(rule, { lr: 0.1, beta: 0.9 }))[0] as Trace
    const own = runExperiment(written('m = beta*m + g\nx = x - lr*m', { lr: 0.1 }))[0] as Trace
    expect(plain.x).toEqual(own.x)
  })

  test('with the lines of a method’s rule is not taken for it', () => {
    const method = { ...written(''), runs: [{ optimizer: 'gd-wolfe' }] }
    runExperiment(method)
    const own = runExperiment(written('x = x - alpha*g', { alpha: 0.1 }))[0] as Trace
    const [sgd] = runExperiment({ ...method, runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }] })
    expect(own.x).toEqual(sgd?.x)
  })

  test.each(optimizers.filter((o) => !o.method).map((o) => [o.id, o] as const))(
    'copied from %s goes the same way',
    (id, { rule, hyper }) => {
      const entries = [...hyperOf({ hyper })]
      const given = Object.fromEntries(entries.map(([name, { value }]) => [name, Number(value)]))
      const copy = runExperiment(written(String(rule), given))[0] as Trace
      const [own] = runExperiment({ ...written(''), runs: [{ optimizer: id }] }) as [Trace]
      copy.x.forEach((value, k) => {
        expect(value).toBeCloseTo(own.x[k] as number, 12)
      })
    },
  )
})

describe('what is read without an error and still cannot be meant', () => {
  test.each([
    ['x = x - lr*prev(xx)', /`prev\(xx\)` needs a line that assigns `xx`, at line 1, character 12/],
    ['x = x - lr*prev(prev(g))', /takes the name of a quantity/],
    ['v_0 = t\nv = v + g\nx = x - lr*v', /`v_0` cannot start from `t`/],
    ['v_0 = v\nv = v + g\nx = x - lr*v', /`v_0` cannot start from `v`/],
  ])('%j', (rule, words) => {
    expect(() => customOptimizer(rule)).toThrow(words)
  })
})

test('any number is right for a hyper-parameter of a written rule', () => {
  for (const hyper of [{ beta: 1.5 }, { beta: -3 }, { beta: 0, lr: -0.1 }]) {
    const runs = [{ optimizer: 'custom', rule: 'beta = 1.5\nx = x - beta*lr*g', hyper }]
    expect(() => runExperiment({ f: 'x^2', steps: 3, runs })).not.toThrow()
  }
})

test('a negative number in the text is a default too', () => {
  const { hyper } = customOptimizer('gamma = -0.5\nx = x + gamma*lr*g')
  expect(hyper.gamma).toMatchObject({ value: -0.5 })
})

test('names that every object has are names like others', () => {
  const [trace] = runExperiment({
    f: 'x^2',
    start: [1],
    steps: 1,
    runs: [
      { optimizer: 'custom', rule: 'x = x - constructor*g', hyper: { constructor: 0.25 } as never },
    ],
  })
  expect(trace?.x[1]).toBe(0.5)
})

test.each([
  ['a_0 = 5\na = a + rate*(x - a)\nx = x - lr*(x - a)', { rate: 0 }, [8, 7.7, 7.43, 7.187]],
  ['m_0 = 1\nm = m + beta*g\nx = x - lr*m', { beta: 0 }, [8, 7.9, 7.8, 7.7]],
  ['v_0 = 2\nv = v\nx = x - lr*v', {}, [8, 7.8, 7.6, 7.4]],
])('memory that stays as it is keeps its start: %j', (rule, hyper, path) => {
  const runs = [{ optimizer: 'custom', rule, hyper: { lr: 0.1, ...hyper } }]
  const [trace] = runExperiment({ f: 'tanhsin', start: [8], steps: 3, runs })
  expect([...(trace?.x ?? [])].map((x) => Number(x.toFixed(9)))).toEqual(path)
})
