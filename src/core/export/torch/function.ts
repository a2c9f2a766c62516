// The loss as a function in Python.
import { type Expression, nodesOf } from '../../language/expression.ts'
import { operations } from '../../language/operations.ts'
import type { Loss } from '../../loss/loss.ts'
import { float } from './literal.ts'
import { python, tensor, type Words } from './python.ts'

/** The definition of the function, with its parameters before it. */
export function functionText({ written, variables, parameters, constants }: Loss): string {
  const known = { ...parameters, ...constants }
  const words: Words = {
    name: (n) => n,
    number: (n) => (Object.hasOwn(known, n) ? known[n] : undefined),
  }
  const still = variables.filter((v) => !flowsTo(written, v))
  const value = still.length ? tensor(written, words) : lossOf(written, words, variables)
  const given = Object.entries(known).map(([n, v]) => `${n} = ${float(v)}\n`)
  return `${given.join('')}${given.length ? '\n\n' : ''}def function(${variables.join(', ')}):
${still.length ? '    # 0 times what no slope comes from, so that the gradient there is 0 and not missing.\n' : ''}    return ${[value, ...still.map((v) => `0*${v}`)].join(' + ')}`
}

/** A loss that is the point itself must not move with it while the step is taken. */
const lossOf = (written: Expression, words: Words, variables: readonly string[]) =>
  written.kind === 'name' && variables.includes(written.name)
    ? `${written.name}.clone()`
    : python(written, words)

/** Whether a gradient comes to a variable, be it 0: through conditions and comparisons none does. */
function flowsTo(root: Expression, variable: string): boolean {
  const carries = new Map<Expression, boolean>()
  for (const e of nodesOf([root])) {
    const through = (arg: Expression, i: number) =>
      e.kind === 'apply' &&
      carries.get(arg) === true &&
      (operations[e.operation].derivative[i] ?? 'many') !== ''
    carries.set(
      e,
      e.kind === 'name' ? e.name === variable : e.kind === 'apply' && e.args.some(through),
    )
  }
  return carries.get(root) === true
}
