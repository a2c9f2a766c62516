// Written rules by chance, with names that could mean something else inside: to the core, to a script, to Python.
import fc from 'fast-check'
import { name } from '../../language/expression.ts'
import { constants, functionNamed } from '../../language/operations/names.ts'
import { print } from '../../language/print.ts'
import { parseRule } from '../../rules/parseRule.ts'
import { given } from '../../rules/rule.ts'
import { treesOf } from './randomLoss.ts'
import { between } from './randomNumber.ts'

const words =
  'm v a b c g lr beta lambda class point noise power shared hyper state rate param self here k bug schedule loss math'
const free = words.split(' ').filter((n) => !constants.has(n) && !functionNamed(n))
const targets = free.filter((n) => n !== 'lr' || given.includes(n))

const word = fc.constantFrom(...targets)
const leaf = fc.oneof(
  { arbitrary: fc.constantFrom('g', 'g', 'x', 't', 'f', 'lr'), weight: 2 },
  { arbitrary: word, weight: 2 },
  { arbitrary: fc.oneof(word, fc.constantFrom('x', 'g', 'f')).map((n) => `prev(${n})`), weight: 1 },
)
const value = treesOf(leaf.map(name), 2).map((tree) => print(tree))
const decaying = fc.tuple(word, between(0, 0.95)).map(([n, share]) => `${n} = ${share}*${n} + g`)
const any = fc.tuple(word, fc.constantFrom('=', '=', '=', '+=', '*='), value)
const start = fc.tuple(word, value).map(([n, first]) => `${n}_0 = ${first}`)
const line = fc.oneof(
  { arbitrary: decaying, weight: 2 },
  { arbitrary: any.map((parts) => parts.join(' ')), weight: 3 },
  { arbitrary: start, weight: 1 },
  { arbitrary: fc.tuple(word, between(-1, 1)).map(([n, v]) => `${n} = ${v}`), weight: 1 },
)
const move = fc.oneof(
  word.map((n) => `x = x - lr*${n}`),
  value.map((step) => `x -= lr*(${step})`),
)

/** The text of a rule, and a value for every hyper-parameter that it has none for itself. */
export const rules: fc.Arbitrary<{ rule: string; hyper: Record<string, number> }> = fc
  .tuple(
    fc.array(line, { maxLength: 4 }),
    move,
    fc.array(between(0, 1), { minLength: 24, maxLength: 24 }),
  )
  .map(([lines, last, values]) => {
    const rule = [...lines, last].join('\n')
    try {
      const { hyper } = parseRule(rule)
      return { rule, hyper: Object.fromEntries(hyper.map((n, i) => [n, values[i] ?? 0.5])) }
    } catch {
      return { rule, hyper: {} }
    }
  })
