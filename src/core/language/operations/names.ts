// Which words call an operation, and which are constants.
import { type Operation, operations } from '../operations.ts'

export const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
])

/** The same functions under the names that they have elsewhere. */
const otherNames: Partial<Record<Operation, string>> = {
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  acot: 'arccot',
  tan: 'tg',
  cot: 'ctg',
  csc: 'cosec',
  tanh: 'tgh',
  abs: 'fabs absolute',
  sign: 'sgn',
  max: 'maximum fmax',
  min: 'minimum fmin',
  pow: 'power',
  mod: 'remainder',
  round: 'rint',
  sigmoid: 'logistic expit',
  silu: 'swish',
  where: 'if',
}

const callable = new Map<string, Operation>([
  ...Object.entries(operations)
    .filter(([, row]) => !row.sign)
    .map(([word]) => [word, word as Operation] as const),
  ['log', 'ln'],
  ['pow', 'pow'],
])

const elsewhere = new Map<string, Operation>(
  Object.entries(otherNames).flatMap(([operation, words]) =>
    words.split(' ').map((word) => [word, operation as Operation] as const),
  ),
)

/** The operation that a word typed before parentheses calls. */
export const functionNamed = (word: string): Operation | undefined => callable.get(word)

/** The operation that a word calls which is a name of its own wherever nothing is called. */
export const functionElsewhere = (word: string): Operation | undefined => elsewhere.get(word)

/** Every word that may be typed before parentheses. */
export const functionNames: readonly string[] = [...callable.keys()]
