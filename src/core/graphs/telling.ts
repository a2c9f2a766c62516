// A graph in words, for those who do not see it, and what PyTorch does where a slope is not unique.
import type { Operation } from '../language/operations.ts'
import type { Graph, GraphNode } from './graph.ts'
import { computedWords, type NodeName, written } from './names.ts'
import type { Backward } from './passes.ts'
import type { Knowledge } from './stages.ts'

interface Passes extends Pick<Backward, 'given'> {
  readonly values: Float64Array
}

/** One node: node 4 of 9: v₁, product of x and y, value −12, adjoint 2, from the sum v₃. */
export function nodeInWords(
  graph: Graph,
  { values, given }: Passes,
  knowledge: readonly Knowledge[],
  i: number,
  names: readonly NodeName[],
): string {
  const node = graph.nodes[i] as GraphNode
  const { hasValue, adjoint, isWhole } = knowledge[i] as Knowledge
  const text = names[i]?.text ?? ''
  const what = node.inputs.length
    ? `${text}, ${computedWords(node, names)}`
    : node.operation === 'constant'
      ? `the number ${text}`
      : `the variable ${text}`
  const arrived = node.uses.map(({ by, input }) => ({
    from: names[by]?.text ?? '',
    gives: given[by]?.[input] ?? Number.NaN,
  }))
  const terms = arrived.map(({ from, gives }) => `${written(gives)} from ${from}`)
  const parts = [
    `Node ${i + 1} of ${graph.nodes.length}: ${what}`,
    hasValue ? `value ${written(values[i] as number)}` : 'not computed yet',
    ...(adjoint === undefined || node.operation === 'constant'
      ? []
      : [
          isWhole && terms.length
            ? `adjoint ${written(adjoint)}: ${terms.join(' and ')}`
            : `adjoint ${written(adjoint)}${isWhole ? '' : ' so far'}`,
        ]),
  ]
  return `${parts.join(', ')}.`
}

/** What is said where an operation has a kink, and the point stands on it. */
const kinks: Partial<Record<Operation, (args: readonly number[]) => string | undefined>> = {
  relu: ([a]) =>
    a === 0
      ? 'relu has a kink at 0, where any slope from 0 to 1 would do. PyTorch takes 0.'
      : undefined,
  abs: ([a]) =>
    a === 0
      ? 'The absolute value has a kink at 0, where any slope from −1 to 1 would do. PyTorch takes 0.'
      : undefined,
  max: (args) => tie('largest', '≥', args, Math.max(...args)),
  min: (args) => tie('smallest', '≤', args, Math.min(...args)),
}

function tie(
  word: string,
  sign: string,
  args: readonly number[],
  extreme: number,
): string | undefined {
  const equal = args.filter((a) => a === extreme).length
  if (equal < 2) return undefined
  const lecture =
    args.length === 2 ? ` The lecture’s indicator 1(x ${sign} y) gives all of it to each.` : ''
  return `${equal} arguments are the ${word}: PyTorch gives each ${equal === 2 ? 'half' : `1/${equal}`} of what arrives.${lecture}`
}

/** What PyTorch chooses where the operation of a node has no single slope at its inputs; nothing where it has one. */
export function kinkInWords(
  { expression, inputs }: GraphNode,
  values: Float64Array,
): string | undefined {
  if (expression.kind !== 'apply') return undefined
  return kinks[expression.operation]?.(inputs.map((input) => values[input] as number))
}
