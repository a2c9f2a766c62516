// Losses by chance: of the catalogue, sums of tame terms, and any tree over the table of operations.
import fc from 'fast-check'
import type { Experiment } from '../../experiment/experiment.ts'
import { functions } from '../../functions/index.ts'
import { apply, type Expression, name, number } from '../../language/expression.ts'
import { type Operation, operations } from '../../language/operations.ts'
import { print } from '../../language/print.ts'
import { between } from './randomNumber.ts'

const typed = Object.keys(operations) as Operation[]

const literal = fc.constantFrom(0, 1, 2, 3, 4, 5, 10, 20, 0.5, 0.1, 1.5, 0.25).map(number)

/**
 * Trees over all operations that can be typed, with their right count of arguments.
 * @param leaves what may stand where a number may
 */
export const treesOf = (
  leaves: fc.Arbitrary<Expression>,
  maxDepth: number,
): fc.Arbitrary<Expression> =>
  fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth, withCrossShrink: true },
      leaves,
      literal,
      fc.constantFrom(...typed).chain((operation) => {
        const { derivative, derivativeOfMany } = operations[operation]
        const least = derivative.length
        return fc
          .array(tie('tree'), { minLength: least, maxLength: least + (derivativeOfMany ? 2 : 0) })
          .map((args) => apply(operation, ...args))
      }),
    ),
  })).tree

const x = name('x')
const y = name('y')
const wild = treesOf(fc.constantFrom(x, x, y), 4).map((tree) => print(tree))

/** What grows to the sides, so that a descent stays in sight. */
const bowls = ['x^2/4', 'x^4/40', 'abs(x)^1.5', 'log(1 + x^2)', 'x^2/10 + y^2', '(x - y)^2 + x^2/9']
const tame = fc
  .tuple(fc.constantFrom(...bowls), treesOf(fc.constantFrom(x, y), 2))
  .map(([bowl, tree]) => `${bowl} + ${print(tree, operations.mul.level)}`)

const known = fc.constantFrom(...functions).chain(({ id, parameters = {} }) => {
  const ranges = Object.entries(parameters).map(([n, { range }]) => [n, between(...range)] as const)
  return fc.record(Object.fromEntries(ranges), { requiredKeys: [] }).map((given): Drawn => {
    const params = given as Readonly<Record<string, number>>
    return { f: id, ...(Object.keys(params).length && { params }) }
  })
})

/** A loss: its text, or an entry of the catalogue with some of its parameters. */
type Drawn = Pick<Experiment, 'f' | 'params'>

/** Longer ones could not be read in a link that shows a difference. */
const longest = 200

export const losses: fc.Arbitrary<Drawn> = fc
  .oneof(
    { arbitrary: tame.map((f): Drawn => ({ f })), weight: 3 },
    { arbitrary: known, weight: 1 },
    { arbitrary: wild.map((f): Drawn => ({ f })), weight: 2 },
  )
  .filter(({ f }) => f.length <= longest)
