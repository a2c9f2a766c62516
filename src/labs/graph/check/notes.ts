// What is to be said of a check where the picture is not the usual V.
import {
  type GradientCheck,
  type QuotientKind,
  quotientKinds,
  quotients,
} from '../../../core/graphs/gradientCheck.ts'
import type { Graph } from '../../../core/graphs/graph.ts'
import { forward } from '../../../core/graphs/passes.ts'
import { kinkInWords } from '../../../core/graphs/telling.ts'
import { theValue } from '../../../core/loss/valueName.ts'
import { plain } from '../../../core/number.ts'
import type { Flank } from './flanks.ts'
import { type Checked, vanishes } from './slopes.ts'

/** Why there is nothing to compare, if that is so. */
export function obstacleOf({ graph, point, variable }: Checked, { exact }: GradientCheck) {
  const { variables } = graph.loss
  const value = forward(graph, point).at(-1)
  if (!Number.isFinite(value))
    return `${theValue(variables, 'The')} has no finite value at this point: there is nothing to check.`
  if (Number.isNaN(exact))
    return `The slope by ${variable} is undefined here: there is nothing to check.`
  if (!Number.isFinite(exact))
    return `The slope by ${variable} is infinite here: no quotient comes near it.`
  return undefined
}

/** Sentences about what the picture shows besides. */
export function notesOf(
  checked: Checked,
  check: GradientCheck,
  flanks: readonly Flank[],
): string[] {
  const { graph, variable } = checked
  if (quotientKinds.every((kind) => check.errors[kind].every((error) => error === 0)))
    return [
      `All errors are 0${check.exact === 0 ? `: here ${theValue(graph.loss.variables)} does not change with ${variable}` : ''}.`,
    ]
  return [
    ...kinksOn(checked),
    ...quotientKinds.flatMap((kind) => missing(kind, check) ?? []),
    // What is exact for one is so for those of higher order.
    ...quotientKinds.flatMap((kind) => straight(kind, check, flanks) ?? []).slice(0, 1),
    ...(zeros(check) ?? []),
    ...(lost(checked, check) ?? []),
  ]
}

/** Kinks that the point stands on, where the variable takes part. */
function kinksOn({ graph, point, variable }: Checked): string[] {
  const values = forward(graph, point)
  const depends = dependsOn(graph, variable)
  const words = graph.nodes.flatMap((node, i) => (depends[i] && kinkInWords(node, values)) || [])
  return [...new Set(words)]
}

function dependsOn({ nodes }: Graph, variable: string): boolean[] {
  const depends: boolean[] = []
  for (const [i, { name, operation, inputs }] of nodes.entries())
    depends[i] =
      (operation === 'input' && name === variable) || inputs.some((input) => depends[input])
  return depends
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function missing(kind: QuotientKind, { errors }: GradientCheck): string | undefined {
  const count = errors[kind].filter((error) => !Number.isFinite(error)).length
  if (count === 0) return undefined
  return count === errors[kind].length
    ? `${capital(kind)} differences have no value: they need f where it is undefined.`
    : `${capital(kind)} differences have no value where their line is missing: they reach to where f is undefined.`
}

/** What has no truncation at all, by the order of the quotient. */
const exactFor: Readonly<Record<number, string>> = { 1: 'a straight line', 2: 'a parabola' }

function straight(kind: QuotientKind, { h, found }: GradientCheck, flanks: readonly Flank[]) {
  if (found[kind] !== h[0] || flanks.some((flank) => flank.kind === kind)) return undefined
  if (!flanks.some(({ words }) => words === 'rounding')) return undefined
  return `${capital(kind)} differences show no truncation here, as for ${exactFor[quotients[kind].order]}: the largest h is best.`
}

const zeros = ({ errors }: GradientCheck) =>
  quotientKinds.some((kind) => errors[kind].includes(0))
    ? ['Errors of exactly 0 lie on the lower edge.']
    : undefined

/** Only where it takes a part of the picture that is worth a sentence. */
const fewest = 8

function lost(checked: Checked, { h }: GradientCheck): string[] | undefined {
  const widths = h.filter((width) => vanishes(checked, width))
  const { variable } = checked
  return widths.length < fewest
    ? undefined
    : [
        `From h = ${plain(widths[0] ?? Number.NaN, 2)} downwards ${variable} + h is rounded to ${variable}: the quotient is 0.`,
      ]
}
