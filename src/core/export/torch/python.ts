// Expressions as PyTorch writes them. Two things need care: numbers without a tensor, where Python would raise an error
// instead of going on with ∞ or NaN, and comparisons, which are no numbers in PyTorch.
import type { Application, Expression } from '../../language/expression.ts'
import { constants } from '../../language/operations/names.ts'
import { compares, operations } from '../../language/operations.ts'
import { plainNumber } from '../../language/plainNumber.ts'
import { float, numeral } from './literal.ts'

export interface Words {
  readonly name: (name: string) => string
  /** What a name is worth that stands for a number of Python's, not for a tensor. */
  readonly number?: (name: string) => number | undefined
}

const minusLevel = operations.neg.level
const atomLevel = 5

const isComparison = (e: Expression): e is Application =>
  e.kind === 'apply' && compares(e.operation)

const isPlain = (e: Expression, { number }: Words): boolean => plainNumber(e, number) !== undefined

/** An expression in Python, in parentheses if it binds more loosely than a level of operations.ts. */
export function python(e: Expression, words: Words, level = 0): string {
  if (isComparison(e)) return `(${condition(e, words)}).double()`
  const text = written(e, words)
  return levelOf(e) < level ? `(${text})` : text
}

/** The same as a tensor, whatever it is made of. */
export function tensor(e: Expression, words: Words): string {
  if (!isPlain(e, words)) return python(e, words)
  if (e.kind === 'number') return `torch.tensor(${float(e.value)})`
  const text = python(e, words)
  return `torch.tensor(${e.kind === 'name' || text.includes('.') ? text : `float(${text})`})`
}

function levelOf(e: Expression): number {
  if (e.kind === 'number') return e.value < 0 || Object.is(e.value, -0) ? minusLevel : atomLevel
  if (e.kind === 'name') return atomLevel
  const { sign, level } = operations[e.operation]
  return sign ? level : atomLevel
}

function written(e: Expression, words: Words): string {
  if (e.kind === 'number') return numeral(e.value)
  if (e.kind === 'name') return constants.has(e.name) ? `math.${e.name}` : words.name(e.name)
  if (e.operation === 'where') return choice(e, words)
  const { torch, derivative } = operations[e.operation]
  // Of three or more that are equal each gets its third of the gradient: pairs would share it as halves and quarters.
  if (e.args.length > derivative.length)
    return `torch.stack(torch.broadcast_tensors(${e.args.map((arg) => tensor(arg, words)).join(', ')})).a${e.operation}(0)`
  const isAlone = e.args.every((arg) => isPlain(arg, words)) && !isPlain(e, words)
  return torch.replace(/\$([abc])(\d|t)/g, (_, letter: string, need: string) => {
    const arg = e.args['abc'.indexOf(letter)] as Expression
    const insists = need === 't' || (isAlone && letter === 'a')
    return insists ? tensor(arg, words) : python(arg, words, Number(need))
  })
}

function choice({ args }: Application, words: Words): string {
  const [decides, yes, no] = args as [Expression, Expression, Expression]
  return `torch.where(${condition(decides, words)}, ${tensor(yes, words)}, ${tensor(no, words)})`
}

/** What decides: a comparison as it is, of anything else whether it is not 0. */
function condition(e: Expression, words: Words): string {
  if (isComparison(e)) return written(e, words)
  const isNumber = isPlain(e, words)
  return `${isNumber ? tensor(e, words) : python(e, words, operations.add.level)} != 0`
}
