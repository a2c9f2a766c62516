import { describe, expect, test } from 'vitest'
import { optimizers } from '../optimizers/index.ts'
import { prepare, type Run } from '../runs/prepare.ts'
import { type FormulaLine, formulaOf, gradientLine } from './formula.ts'
import { parseLoss } from './loss.ts'
import { rolesOf } from './roles.ts'
import { parseRule, type Rule } from './rule.ts'
import type { Source } from './source.ts'

const runOf = (id: string, hyper: object = {}) =>
  prepare({ f: 'x', runs: [{ optimizer: id, hyper: hyper as never }] }).runs[0] as Run
const general = (lines: readonly FormulaLine[]) =>
  lines.map(({ left, sign, right }) => `${left} ${sign} ${right}`)
const formula = (id: string, hyper: object = {}) =>
  general(formulaOf(runOf(id, hyper).rule, { variable: 'x' }))

describe('the general form', () => {
  test('Adam', () => {
    expect(formula('adam')).toEqual([
      'm_t = \\beta_1 m_{t-1} + (1 - \\beta_1) g_t',
      'v_t = \\beta_2 v_{t-1} + (1 - \\beta_2) g_t^2',
      '\\hat{m}_t = \\frac{m_t}{1 - \\beta_1^t}',
      '\\hat{v}_t = \\frac{v_t}{1 - \\beta_2^t}',
      'x_{t+1} = x_t - \\eta \\frac{\\hat{m}_t}{\\sqrt{\\hat{v}_t} + \\epsilon}',
    ])
  })

  test('an assignment to what has a value is an arrow', () => {
    expect(formula('sgd', { weight_decay: 0.1 })[0]).toBe('g_t \\gets g_t + \\lambda x_t')
  })

  test('starts stand first, unless they are 0 or say the same twice', () => {
    expect(formula('nadam')[0]).toBe('\\Pi_0 = 1')
    expect(formula('adam')[0]).toMatch(/^m_t/)
    const asgd = runOf('asgd').rule
    const lines = formulaOf(asgd, { variable: 'x', symbols: new Map([['lr', '\\eta_0']]) })
    expect(general(lines).slice(0, 2)).toEqual([
      '\\mu_0 = 1',
      expect.stringContaining('x_{t+1} = (1 - \\lambda'),
    ])
  })

  test('what differs neither by step nor by coordinate has no index', () => {
    expect(formula('radam').join()).toContain('\\rho_{\\infty} = \\frac{2}{1 - \\beta_2} - 1')
  })

  test('x is called what the loss calls it', () => {
    expect(general(formulaOf(runOf('sgd').rule, { variable: 'R' }))).toEqual([
      'R_{t+1} = R_t - \\eta g_t',
    ])
  })

  test('the gradient comes with the derivative, if that is short', () => {
    const line = gradientLine(runOf('sgd').rule, { variable: 'R' }, parseLoss('4*R - a'))
    expect(general([line])).toEqual(["g_t = f'(R_t) = 4 R_t - a"])
    const long = parseLoss(Array.from({ length: 30 }, (_, i) => `sin(${i}*x)`).join('+'))
    expect(gradientLine(runOf('sgd').rule, { variable: 'x' }, long).right).toBe("f'(x_t)")
  })
})

describe('the form with numbers knows where each number is recorded', () => {
  const name = (s: Source, rule: Rule) => {
    if (s.of === 'hyper') return s.name
    const of = s.of === 'line' ? rule.lines[s.line]?.name : s.of
    return `${of}${s.back ? '↑' : ''}`
  }
  const numbers = (rule: Rule, taken = true) =>
    formulaOf(rule, { variable: 'x' }).map(({ numbers: write }) =>
      write?.({ write: (s) => `[${name(s, rule)}]`, decide: () => taken }),
    )

  test('a slot before its line is of the step before, after it of this one', () => {
    expect(numbers(runOf('sgd', { momentum: 0.9 }).rule)).toEqual([
      '[momentum] \\cdot [b↑] + [g]',
      '[x] - [lr] \\cdot [b]',
    ])
  })

  test('x after its line is the new one; prev is of the step before', () => {
    expect(
      numbers(parseRule('a = prev(g)*g; x = x - lr*g; y = x - prev(x); z = a + prev(a)')),
    ).toEqual(['[g↑] \\cdot [g]', '[x] - [lr] \\cdot [g]', '[x] - [x↑]', '[a] + [a↑]'])
  })

  test('only the branch that is taken is written', () => {
    const { rule } = runOf('rprop')
    expect(numbers(rule, true)[2]).toBe('[s↑] \\cdot [etaplus]')
    expect(numbers(rule, false)[2]).toBe('[s↑] \\cdot 1')
  })

  test.each(optimizers.map((o) => [o.id]))(
    '%s: every number is of something that is recorded or set',
    (id) => {
      const { rule, settings } = runOf(id)
      for (const line of formulaOf(rule, { variable: 'x' })) {
        line.numbers?.({
          write: (source) => {
            if (source.of === 'hyper') expect(Object.keys(settings)).toContain(source.name)
            if (source.of === 'line') expect(rule.lines[source.line]).toBeDefined()
            return '0'
          },
          decide: () => true,
        })
      }
    },
  )
})

describe('each quantity has the colour of its meaning', () => {
  test.each([
    [
      'adam',
      {},
      {
        m: 'memory',
        v: 'scale',
        mhat: 'memory',
        vhat: 'scale',
        beta1: 'memory',
        beta2: 'scale',
        lr: 'rate',
      },
    ],
    ['sgd', { momentum: 0.9 }, { b: 'memory', momentum: 'memory', x: 'position', g: 'gradient' }],
    ['adadelta', {}, { v: 'scale', u: 'scale', d: 'step', rho: 'scale' }],
    ['adamax', {}, { u: 'scale', m: 'memory' }],
    ['rmsprop', { centered: true, momentum: 0.5 }, { v: 'scale', gbar: 'memory', b: 'memory' }],
    ['lion', {}, { c: 'memory', m: 'memory', beta1: 'memory', beta2: 'memory' }],
    ['asgd', {}, { eta: 'rate' }],
    ['rprop', {}, { s: 'scale' }],
  ])('%s %j', (id, hyper, expected) => {
    expect(Object.fromEntries(rolesOf(runOf(id, hyper).rule))).toMatchObject(expected)
  })

  test('what is shared by all coordinates and free of the rate has none', () => {
    const roles = rolesOf(runOf('nadam').rule)
    expect([roles.get('mu'), roles.get('Pi')]).toEqual([undefined, undefined])
  })
})
