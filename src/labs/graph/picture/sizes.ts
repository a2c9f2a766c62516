// labs/graph/picture/: the graph as a picture: nodes as gates with their numbers, edges with local derivatives.
//
// How much room the parts of a graph need, in the units of its layout: pixels where it is shown in its own size.
import type { Graph, GraphNode } from '../../../core/graphs/graph.ts'
import { signOf } from '../../../core/graphs/names.ts'

/** The height of type in those units. */
export const type = 13
/** The gate itself; its value stands above it, its adjoint below. */
export const gate = { height: 26, least: 34, padding: 16 }
/** What each line of numbers needs, and how wide a number is that has all its figures. */
export const line = 19
const widestNumber = 92
const perLetter = 8

export const gateWidth = (node: GraphNode): number =>
  Math.max(gate.least, labelOf(node).length * perLetter + gate.padding)

export const sizeOf = (node: GraphNode) =>
  node.operation === 'constant'
    ? { width: gateWidth(node), height: gate.height }
    : { width: Math.max(widestNumber, gateWidth(node)), height: gate.height + 2 * line }

/** What is written in a gate: the name of an input, the number of a constant, or the sign of an operation. */
export function labelOf(node: GraphNode): string {
  const { operation, name, expression } = node
  if (operation === 'input') return name ?? ''
  if (operation !== 'constant') return signOf(node)
  if (name !== undefined) return name === 'pi' ? 'π' : name
  return expression.kind === 'number' ? String(expression.value).replace('-', '−') : ''
}

/** Of a larger graph only the local derivatives are shown that are looked at: room for all would tear it apart. */
const mostLabels = 40
export const hasAllLabels = ({ nodes }: Graph): boolean =>
  nodes.reduce((sum, { inputs }) => sum + inputs.length, 0) <= mostLabels
export const labelSize = (graph: Graph) =>
  hasAllLabels(graph) ? { width: 52, height: 16 } : { width: 8, height: 8 }
