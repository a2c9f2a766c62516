// The tree as text of the language again: parse(print(tree)) is the tree.
import type { Expression } from './expression.ts'
import { operations } from './operations.ts'

/** How tightly the text of an expression binds: see operations.ts. */
const levelOf = (e: Expression) =>
  e.kind === 'number' && (e.value < 0 || Object.is(e.value, -0))
    ? 1
    : e.kind === 'apply' && operations[e.operation].sign
      ? operations[e.operation].level
      : 5

/** An expression as it would be typed. */
export function print(e: Expression, level = 0): string {
  const text = written(e)
  return levelOf(e) < level ? `(${text})` : text
}

const digitsOf = (value: number): string =>
  Object.is(value, -0) ? '-0' : String(value).replace('Infinity', '∞')

function written(e: Expression): string {
  if (e.kind === 'number') return digitsOf(e.value)
  if (e.kind === 'name') return e.name
  const { sign, level } = operations[e.operation]
  const [a, b] = e.args as [Expression, Expression]
  if (!sign) return `${e.operation}(${e.args.map((arg) => print(arg)).join(', ')})`
  if (e.args.length === 1) return `-${print(a, 3)}`
  if (e.operation === 'pow') return `${print(a, 5)}^${print(b, 4)}`
  if (e.operation === 'mul' || e.operation === 'div') return `${print(a, 3)}${sign}${print(b, 4)}`
  return level === 0
    ? `${print(a, 1)} ${sign} ${print(b, 1)}`
    : `${print(a, 1)} ${sign} ${print(b, 3)}`
}
