import { describe, expect, test } from 'vitest'
import { prepare, prepareRun, type Run } from '../experiment/prepare.ts'
import { gradient } from '../language/derivative.ts'
import { parseLoss } from '../language/loss.ts'
import { optimizers } from '../optimizers/index.ts'
import { parseRule } from '../rules/parseRule.ts'
import { rolesOf } from '../rules/roles.ts'
import type { Rule } from '../rules/rule.ts'
import { coordinateOf, type Source } from '../rules/source.ts'
import { type FormulaLine, formulaOf } from './formula.ts'
import { gradientLine } from './gradientLine.ts'
import { symbolsOf } from './hyperSymbols.ts'

const runOf = (id: string, hyper: object = {}) =>
  prepare({ f: 'x', runs: [{ optimizer: id, hyper: hyper as never }] }).runs[0] as Run
const general = (lines: readonly FormulaLine[]) =>
  lines.map(({ left, sign, right }) => `${left} ${sign} ${right}`)
const formula = (id: string, hyper: object = {}) =>
  general(formulaOf(runOf(id, hyper).rule, { variables: ['x'], coordinate: 0 }))

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

  test('Muon, with its Newton-Schulz iteration behind the line that it takes', () => {
    const { rule, optimizer } = prepareRun(
      { optimizer: 'muon' },
      { steps: 1, variables: 6, hasMatrices: true },
    )
    const symbols = symbolsOf(optimizer, undefined)
    expect(general(formulaOf(rule, { variables: ['w'], coordinate: 0, symbols }))).toEqual([
      '\\mathrm{rows} = \\text{units}',
      '\\mathrm{columns} = \\text{inputs}',
      'm_t = \\mu m_{t-1} + (1 - \\mu) g_t',
      'u_t = (1 - \\mu) g_t + \\mu m_t',
      'X_0 = \\frac{U_t}{\\max(\\lVert U_t \\rVert_F, \\epsilon)}',
      'A_i = X_i X_i^\\top',
      'X_{i+1} = a X_i + (b A_i + c A_i^2) X_i',
      'o_t = \\left[X_k\\right]_{ij}',
      'w_t \\gets (1 - \\eta \\lambda) w_t',
      'w_{t+1} = w_t - \\eta \\sqrt{\\max\\left(1, \\frac{\\mathrm{rows}}{\\mathrm{columns}}\\right)} o_t',
    ])
  })

  test('an assignment to what has a value is an arrow', () => {
    expect(formula('sgd', { weight_decay: 0.1 })[0]).toBe('g_t \\gets g_t + \\lambda x_t')
  })

  test('starts stand first, unless they are 0 or say the same twice', () => {
    expect(formula('nadam')[0]).toBe('\\Pi_0 = 1')
    expect(formula('adam')[0]).toMatch(/^m_t/)
    const asgd = runOf('asgd').rule
    const lines = formulaOf(asgd, {
      variables: ['x'],
      coordinate: 0,
      symbols: new Map([['lr', '\\eta_0']]),
    })
    expect(general(lines).slice(0, 2)).toEqual([
      '\\mu_0 = 1',
      expect.stringContaining('x_{t+1} = (1 - \\lambda'),
    ])
  })

  test('what differs neither by step nor by coordinate has no index', () => {
    expect(formula('radam').join()).toContain('\\rho_{\\infty} = \\frac{2}{1 - \\beta_2} - 1')
  })

  test('x is called what the loss calls it', () => {
    expect(general(formulaOf(runOf('sgd').rule, { variables: ['R'], coordinate: 0 }))).toEqual([
      'R_{t+1} = R_t - \\eta g_t',
    ])
  })

  test('the gradient comes with the derivative, if that is short', () => {
    const line = gradientLine(runOf('sgd').rule, { variables: ['R'], coordinate: 0 }, [
      parseLoss('4*R - a'),
    ])
    expect(general([line])).toEqual(["g_t = f'(R_t) = 4 R_t - a"])
    const own = gradientLine(runOf('sgd').rule, { variables: ['f'], coordinate: 0 }, [
      parseLoss('2*f'),
    ])
    expect(general([own])).toEqual(["g_t = \\mathrm{loss}'(f_t) = 2 f_t"])
    const long = parseLoss(Array.from({ length: 30 }, (_, i) => `sin(${i}*x)`).join('+'))
    expect(gradientLine(runOf('sgd').rule, { variables: ['x'], coordinate: 0 }, [long]).right).toBe(
      "f'(x_t)",
    )
  })
})

describe('two variables', () => {
  const pair = (id: string, coordinate: number | 'all', hyper: object = {}) =>
    prepare({ f: 'x*y', runs: [{ optimizer: id, hyper: hyper as never }] }).runs.flatMap(
      ({ rule }) => general(formulaOf(rule, { variables: ['x', 'y'], coordinate })),
    )
  const gradientOf = (f: string, coordinate: number | 'all', noisy = false) => {
    const loss = parseLoss(f)
    const writing = { variables: ['x', 'y'], coordinate, noisy }
    return general([gradientLine(runOf('sgd').rule, writing, gradient(loss, ['x', 'y']))])
  }

  test('a coordinate is written by its own letter', () => {
    expect(pair('sgd', 1)).toEqual(['y_{t+1} = y_t - \\eta g_t'])
  })

  test('vectors are bold, numbers are not', () => {
    expect(pair('adam', 'all')).toEqual([
      '\\mathbf{m}_t = \\beta_1 \\mathbf{m}_{t-1} + (1 - \\beta_1) \\mathbf{g}_t',
      '\\mathbf{v}_t = \\beta_2 \\mathbf{v}_{t-1} + (1 - \\beta_2) \\mathbf{g}_t^2',
      '\\hat{\\mathbf{m}}_t = \\frac{\\mathbf{m}_t}{1 - \\beta_1^t}',
      '\\hat{\\mathbf{v}}_t = \\frac{\\mathbf{v}_t}{1 - \\beta_2^t}',
      '\\mathbf{x}_{t+1} = \\mathbf{x}_t - \\eta \\frac{\\hat{\\mathbf{m}}_t}{\\sqrt{\\hat{\\mathbf{v}}_t} + \\epsilon}',
    ])
    expect(pair('asgd', 'all').join()).toContain('\\eta_{t-1} \\mathbf{g}_t')
  })

  test('a product of two vectors is taken element by element, and says so', () => {
    expect(pair('rprop', 'all')[1]).toBe('\\mathbf{c}_t = \\mathbf{g}_t \\odot \\mathbf{g}_{t-1}')
    expect(pair('rprop', 0)[1]).toBe('c_t = g_t g_{t-1}')
  })

  test('what a method gives is a vector, of which a coordinate takes its part', () => {
    const step = '-(\\nabla^2 f(\\mathbf{x}_t) + \\delta I)^{-1} \\mathbf{g}_t'
    expect(pair('newton', 'all')[0]).toBe(`\\mathbf{d}_t = ${step}`)
    expect(pair('newton', 1)[0]).toBe(`d_t = \\left[${step}\\right]_{y}`)
    expect(pair('gd-armijo', 0)[0]).toContain('\\lVert \\mathbf{g}_t \\rVert^2')
  })

  test('the gradient is a derivative by one variable, or by all', () => {
    expect(gradientOf('x*y^2', 0)).toEqual([
      'g_t = \\tfrac{\\partial f}{\\partial x}(x_t, y_t) = y_t^2',
    ])
    expect(gradientOf('x + 3*y', 'all')).toEqual([
      '\\mathbf{g}_t = \\nabla f(\\mathbf{x}_t) = \\begin{pmatrix} 1 \\\\ 3 \\end{pmatrix}',
    ])
    expect(gradientOf('x + 3*y', 1, true)).toEqual([
      'g_t = \\tfrac{\\partial f}{\\partial y}(x_t, y_t) + \\xi_t = 3 + \\xi_t',
    ])
  })

  test('the point of a gradient is written with both coordinates, whichever the line is of', () => {
    const writing = { variables: ['x', 'y'], coordinate: 1 }
    const line = gradientLine(runOf('sgd').rule, writing, gradient(parseLoss('x*y'), ['x', 'y']))
    const write = (source: Source) => `[${source.of} ${coordinateOf(source, 1)}]`
    expect(line.numbers?.({ write, decide: () => true })).toBe(
      '\\tfrac{\\partial f}{\\partial y}([x 0], [x 1])',
    )
    expect(line.rows).toEqual([{ coordinate: 1, name: 'g_y' }])
  })

  test.each(optimizers.map((o) => [o.id]))('%s: what differs by coordinate has two rows', (id) => {
    const { rule } = prepare({ f: 'x*y', runs: [{ optimizer: id }] }).runs[0] as Run
    for (const { name, rows, left } of formulaOf(rule, {
      variables: ['x', 'y'],
      coordinate: 'all',
    })) {
      expect(rows).toHaveLength(rule.varying.has(name) ? 2 : 1)
      expect(/\\(mathbf|boldsymbol)/.test(left)).toBe(rule.varying.has(name))
    }
  })

  test('a single variable is no vector', () => {
    const { rule } = runOf('adam')
    expect(
      formulaOf(rule, { variables: ['x'], coordinate: 'all' }).map(({ left }) => left),
    ).toEqual(formulaOf(rule, { variables: ['x'], coordinate: 0 }).map(({ left }) => left))
  })
})

describe('the form with numbers knows where each number is recorded', () => {
  const name = (s: Source, rule: Rule) => {
    if (s.of === 'hyper') return s.name
    const of = s.of === 'line' ? rule.lines[s.line]?.name : s.of
    return `${of}${s.back ? '↑' : ''}`
  }
  const numbers = (rule: Rule, taken = true) =>
    formulaOf(rule, { variables: ['x'], coordinate: 0 }).map(({ numbers: write }) =>
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
      for (const line of formulaOf(rule, { variables: ['x'], coordinate: 0 })) {
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
