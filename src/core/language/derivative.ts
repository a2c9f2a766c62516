import { type Application, type Expression, name, namesIn, nodesOf, number } from './expression.ts'
import { type Operation, operations } from './operations.ts'
import { parse } from './parse.ts'
import { simplify, substitute } from './simplify.ts'

/**
 * The gradient of an expression, as expressions again (reverse mode as a transform of the graph): parts stay
 * shared, and applying it twice gives a Hessian.
 * Source: Griewank & Walther 2008, Evaluating Derivatives, chapter 3; the partials are PyTorch's (derivatives.yaml).
 *
 * @param root what is differentiated
 * @param variables by which names
 * @returns one expression per variable; 0 where the root does not depend on it
 */
export function gradient(root: Expression, variables: readonly string[]): Expression[] {
  const depends = (e: Expression) => namesIn(e).some((n) => variables.includes(n))
  const arriving = new Map<Expression, Expression>([[root, number(1)]])
  for (const e of nodesOf([root]).reverse()) {
    const s = arriving.get(e)
    if (!s || e.kind !== 'apply') continue
    e.args.forEach((arg, i) => {
      const partial = partialOf(e.operation, e.args.length, i)
      if (!partial || !depends(arg)) return
      const term = substitute(partial, (letter) => meaning(letter, e, i, s))
      const before = arriving.get(arg)
      arriving.set(arg, before ? simplify('add', term, before) : term)
    })
  }
  return variables.map((v) => arriving.get(name(v)) ?? number(0))
}

const read = new Map<string, Expression>()

/** ∂y/∂(one of the arguments), times s; nothing where no gradient flows. */
export function partialOf(
  operation: Operation,
  count: number,
  index: number,
): Expression | undefined {
  const { derivative, derivativeOfMany } = operations[operation]
  const text = count > derivative.length ? derivativeOfMany : derivative[index]
  if (!text) return undefined
  const partial = read.get(text) ?? parse(text)
  read.set(text, partial)
  return partial
}

/** What the letters of a row stand for. */
function meaning(
  letter: string,
  y: Application,
  index: number,
  s: Expression,
): Expression | undefined {
  if (letter === 'y') return y
  if (letter === 's') return s
  if (letter === 'ties')
    return y.args.map((a) => simplify('eq', a, y)).reduce((a, b) => simplify('add', a, b))
  return y.args[argumentOf(letter, y.operation, y.args.length, index)]
}

/** Which argument a letter of a row is. Where there are many, a is the one that is differentiated by. */
export function argumentOf(letter: string, operation: Operation, count: number, index: number) {
  const isOfMany = count > operations[operation].derivative.length
  return isOfMany && letter === 'a' ? index : 'abc'.indexOf(letter)
}
