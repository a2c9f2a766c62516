// How sizes follow from the vectors of a rule: squares are of degree 2, absolute values of degree 1.

import type { Run } from '../experiment/prepare.ts'
import type { Expression } from '../language/expression.ts'
import type { Role } from '../rules/roles.ts'
import { previousOf } from '../rules/rule.ts'

/** Of which degree sizes are in the vectors of the rule: 2 for squares, 1 for absolute values; NaN for mixtures. */
export function degreesOf({ rule }: Run, roles: ReadonlyMap<string, Role>): Map<string, number> {
  const degrees = new Map<string, number>()
  const of = (written: string) => {
    const name = previousOf(written) ?? written
    const isVector = rule.varying.has(name) && roles.has(name) && roles.get(name) !== 'scale'
    return isVector ? 1 : degrees.get(name)
  }
  // A size may be read before its own line.
  for (const { name, value } of [...rule.lines, ...rule.lines]) {
    const degree = degreeOf(value, of)
    if (degree !== undefined) degrees.set(name, degree)
  }
  return degrees
}

type Degree = number | undefined

function degreeOf(e: Expression, of: (name: string) => Degree): Degree {
  if (e.kind !== 'apply') return e.kind === 'name' ? of(e.name) : undefined
  const { operation, args } = e
  const [a, b, c] = args.map((arg) => degreeOf(arg, of))
  const times = (factor: number) => a && a * factor
  const exponent = args[1]?.kind === 'number' ? args[1].value : Number.NaN
  // The product of two vectors has a sign: it is no size.
  if (operation === 'mul' && args.every((arg) => arg.kind === 'name' && of(arg.name) === 1))
    return args[0] === args[1] ? 2 : Number.NaN
  const isFree = a === undefined && b === undefined
  if (operation === 'mul') return isFree ? undefined : (a ?? 0) + (b ?? 0)
  if (operation === 'div') return isFree ? undefined : (a ?? 0) - (b ?? 0)
  if (operation === 'pow') return times(exponent)
  if (operation === 'sqrt') return times(1 / 2)
  if (operation === 'where') return common(b, c)
  if (['neg', 'abs'].includes(operation)) return a
  return ['add', 'sub', 'max', 'min'].includes(operation) ? [a, b, c].reduce(common) : undefined
}

/** A number can be added to anything: what is added to a size is of that size. */
const common = (a: Degree, b: Degree): Degree =>
  a === undefined ? b : b === undefined || a === b ? a : Number.NaN
