// Why a slope is not a finite number although the loss is one.
import { gradient } from '../../language/derivative.ts'
import {
  type Application,
  apply,
  type Expression,
  name,
  namesIn,
  nodesOf,
  number,
} from '../../language/expression.ts'
import { print } from '../../language/print.ts'
import { evaluate } from '../../language/program.ts'
import { rewrite, substitute } from '../../language/simplify.ts'
import { undefinedPart } from '../../language/undefinedPart.ts'
import type { Loss } from '../../loss/loss.ts'
import { theValue } from '../../loss/valueName.ts'
import { pointInWords } from './words.ts'

type Point = readonly number[]

/** The slope at a point is not finite: where, and what is to blame: a branch that is not taken, or a part of the slope. */
export function noSlope({ expression, variables }: Loss, at: Point): string {
  const where = pointInWords(variables, at)
  const blamed = branchToBlame(expression, variables, at)
  if (!blamed) return noSlopeAnywhere(expression, variables, at)
  const remedy = remedied(expression, blamed, variables, at)
  const how = remedy ? `: \`${print(remedy)}\`` : ''
  return `the slope at ${where} is not a number: the branch that is not taken, \`${print(blamed.branch)}\`, has no finite slope there, and PyTorch multiplies 0 by infinity. The known remedy is a second where inside it${how}`
}

/** The slope itself has no finite value: it has none at all where f has no value on either side. */
function noSlopeAnywhere(expression: Expression, variables: readonly string[], at: Point): string {
  const valueAt = evaluatedAt(variables, at)
  const where = pointInWords(variables, at)
  const isAlone = (index: number) =>
    [-beside, beside].every((share) => {
      const next = at.map((v, i) => (i === index ? v + share * (1 + Math.abs(v)) : v))
      return Number.isNaN(evaluatedAt(variables, next)(expression))
    })
  for (const [i, slope] of gradient(expression, variables).entries()) {
    if (Number.isFinite(valueAt(slope))) continue
    const why = `(${undefinedPart(slope, variables, at)})`
    if (isAlone(i))
      return `${theValue(variables)} has a value at ${where}, but none right beside it, so it has no slope there ${why}`
    return `the slope at ${where} ${Number.isNaN(valueAt(slope)) ? 'has no value' : 'is infinite'} ${why}`
  }
  return `the slope at ${where} is not a finite number`
}

/** Of the size of the point: what is right beside it. */
const beside = 1e-6

interface Blamed {
  readonly whole: Application
  /** Which argument of it is not taken: 1 where the condition holds, 2 where it does not. */
  readonly index: 1 | 2
  readonly branch: Expression
}

/** The branch of a where that is not taken and has no finite slope. */
function branchToBlame(
  expression: Expression,
  variables: readonly string[],
  at: Point,
): Blamed | undefined {
  const valueAt = evaluatedAt(variables, at)
  for (const whole of nodesOf([expression])) {
    if (whole.kind !== 'apply' || whole.operation !== 'where') continue
    const index = valueAt(whole.args[0] as Expression) !== 0 ? 2 : 1
    const branch = whole.args[index] as Expression
    if (!isSmooth(branch, variables, valueAt)) return { whole, index, branch }
  }
  return undefined
}

const evaluatedAt = (variables: readonly string[], at: Point) => (e: Expression) =>
  evaluate(e, (letter) => at[variables.indexOf(letter)] ?? Number.NaN)

const isSmooth = (
  e: Expression,
  variables: readonly string[],
  valueAt: (e: Expression) => number,
) => gradient(e, variables).every((slope) => Number.isFinite(valueAt(slope)))

/** Where no branch has trouble, mostly. */
const harmless = [1, 2, 0.5, -1, 0]

/** The loss with a second where in the branch that is to blame, which keeps its variables harmless; nothing if none does. */
function remedied(
  expression: Expression,
  { whole, index, branch }: Blamed,
  variables: readonly string[],
  at: Point,
): Expression | undefined {
  const condition = whole.args[0] as Expression
  const valueAt = evaluatedAt(variables, at)
  const own = variables.filter((letter) => namesIn(branch).includes(letter))
  for (const value of harmless) {
    const kept = (letter: string) => {
      const [yes, no] = [name(letter), number(value)]
      return apply('where', condition, ...(index === 1 ? [yes, no] : [no, yes]))
    }
    const safe = substitute(
      branch,
      (letter) => (own.includes(letter) ? kept(letter) : undefined),
      apply,
    )
    const args = whole.args.map((arg, i) => (i === index ? safe : arg))
    const mended = rewrite(
      [expression],
      (e) => (e === whole ? apply('where', ...args) : undefined),
      apply,
    )(expression)
    if (isSmooth(mended, variables, valueAt)) return mended
  }
  return undefined
}
