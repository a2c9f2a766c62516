import { expect, test } from 'vitest'
import { gradient } from './derivative.ts'
import { apply, nodesOf } from './expression.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'

test('equal expressions are one object', () => {
  expect(parse('sin(x) + 2*x')).toBe(parse('sin( x )+2*x'))
})

test('nodes come as they are written, whatever was made first', () => {
  const late = parse('exp(7.25*x)')
  const early = parse('cos(8.75*x)')
  for (const [a, b] of [
    [late, early],
    [early, late],
  ] as const) {
    const nodes = nodesOf([apply('add', a, b)])
    expect(nodes.indexOf(a)).toBeLessThan(nodes.indexOf(b))
    expect(nodes.at(-1)).toBe(apply('add', a, b))
    expect(new Set(nodes).size).toBe(nodes.length)
  }
})

test('so a derivative is the same sum, whatever was derived before', () => {
  const text = (k: string) => `x^2/${k} + tanh(sin(${k}*x)) + exp(x/${k})`
  const slope = (k: string) =>
    gradient(parse(text(k)), ['x'])
      .map(print)
      .join()
  const fresh = slope('31').replaceAll('31', 'k')
  for (const part of ['exp(x/37)', 'sin(37*x)', 'tanh(sin(37*x))']) gradient(parse(part), ['x'])
  expect(slope('37').replaceAll('37', 'k')).toBe(fresh)
})
