import { describe, expect, test } from 'vitest'
import { print } from '../language/print.ts'
import { parseRule } from './parseRule.ts'

describe('nothing is declared: what a name is follows from the lines', () => {
  test('read before it is written is memory, never written is a hyper-parameter', () => {
    const rule = parseRule('m = beta*m + g\nx = x - lr*m')
    expect(rule.slots).toEqual(['m'])
    expect(rule.hyper).toEqual(['beta'])
  })

  test('written before it is read is a quantity of this step', () => {
    expect(parseRule('a = g^2; x = x - lr*a').slots).toEqual([])
  })

  test('a start belongs to the slot of its stem; of no slot it is a line like any other', () => {
    const rule = parseRule('v_0 = 2*tau; v = v + g^2; x = x - lr*g/sqrt(v)')
    expect(print(rule.starts.get('v') as never)).toBe('2*tau')
    expect(rule.lines.map((line) => line.name)).toEqual(['v', 'x'])
    expect(rule.hyper).toEqual(['tau'])
    expect(parseRule('a_0 = 2*g; x = x - lr*a_0').lines).toHaveLength(2)
    expect(parseRule('x = x - lr*g*T_0').hyper).toEqual(['T_0'])
  })

  test('a bare number makes a hyper-parameter with that default', () => {
    const rule = parseRule('beta = 0.9\nm = beta*m + g\nx = x - lr*m')
    expect([...rule.defaults]).toEqual([['beta', 0.9]])
    expect(rule.hyper).toEqual(['beta'])
    expect(rule.lines).toHaveLength(2)
  })

  test.each([
    ['q_0 = 5; x = x - lr*g*q; q = 1', ['q']],
    ['q = 2; x = x - lr*g*prev(q)', ['prev(q)']],
  ])('but what begins or is asked for as it was is memory: %s', (text, slots) => {
    const rule = parseRule(text)
    expect(rule.defaults.size).toBe(0)
    expect(rule.slots).toEqual(slots)
    expect(rule.lines.map((line) => line.name).sort()).toEqual(['q', 'x'])
  })

  test('prev(n) is n of the step before', () => {
    const rule = parseRule('x = x - lr*g + beta*(x - prev(x))')
    expect(rule.slots).toEqual(['prev(x)'])
    expect(rule.hyper).toEqual(['beta'])
  })

  test('+=, -=, *=, comments and semicolons are read', () => {
    const short = parseRule('m *= beta  # forget; a little\nm += g\nx -= lr*m;')
    const long = parseRule('m = m*(beta)\nm = m + (g)\nx = x - (lr*m)')
    expect(short.lines).toEqual(long.lines)
  })

  test('what differs by coordinate and by step is inferred', () => {
    const rule = parseRule(
      'mu = beta*(1 - 0.96^t); P = P*mu; c = 1/(1 - beta); m = mu*m + g; x = x - lr*m*c',
    )
    expect(['mu', 'P', 'c', 'm'].map((n) => [rule.varying.has(n), rule.timed.has(n)])).toEqual([
      [false, true],
      [false, true],
      [false, false],
      [true, true],
    ])
  })
})

describe('what cannot be a rule is told with its line', () => {
  test.each([
    ['m = beta*m + g', 'the rule never moves x: one line must read `x = …`, at its end'],
    ['x = x - lr*g\nm = 2*', 'expected a number, a name or `(` after `*`, at line 2, character 7'],
    ['m = g; x = x -', 'expected a number, a name or `(` after `-`, at line 1, character 15'],
    ['t = 3; x = g', '`t` is given at each step and cannot be assigned, at line 1, character 1'],
    ['x = g\n  f = 2', '`f` is given at each step and cannot be assigned, at line 2, character 3'],
    ['pi = 3; x = g', '`pi` is a constant; choose another name, at line 1, character 1'],
    ['sin = 3; x = g', '`sin` is a function; choose another name, at line 1, character 1'],
    ['x + 1', 'a line reads `name = expression`, at line 1, character 1'],
    ['x == 1', 'a line reads `name = expression`, at line 1, character 1'],
  ])('%s', (text, message) => {
    expect(() => parseRule(text)).toThrow(expect.objectContaining({ name: 'Mistake', message }))
  })
})
