// The two passes through a graph: forward for the values, backward for the adjoints.
// Source: Griewank & Walther 2008, Evaluating Derivatives, chapter 3; the partials are PyTorch's (derivatives.yaml).
import { argumentOf, partialOf } from '../language/derivative.ts'
import type { Expression } from '../language/expression.ts'
import { constants } from '../language/operations/names.ts'
import { applied, evaluate } from '../language/program.ts'
import type { Graph, GraphNode } from './graph.ts'

/** The coordinates of a point, by the names of the variables. */
export type Point = Readonly<Record<string, number>>

type Nodes = Pick<Graph, 'nodes'>

type Rounding = (value: number) => number
const exactly: Rounding = (value) => value

/**
 * The value of every node, each computed once.
 * @param rounding what becomes of each value before it is used: Math.fround computes in float32
 */
export function forward({ nodes }: Nodes, point: Point, rounding = exactly): Float64Array {
  const values = new Float64Array(nodes.length)
  for (const [i, node] of nodes.entries())
    values[i] = rounding(resultOf(node, point, (input) => values[input] as number))
  return values
}

function resultOf({ expression: e, inputs }: GraphNode, point: Point, at: (i: number) => number) {
  if (e.kind === 'number') return e.value
  if (e.kind === 'name') return constants.get(e.name) ?? point[e.name] ?? Number.NaN
  return applied(e.operation, inputs.map(at))
}

export interface Backward {
  /** ∂f/∂node, for every node. */
  readonly adjoints: Float64Array
  /** For every node ∂node/∂input, by each of its inputs. */
  readonly partials: readonly Float64Array[]
  /** For every node what it gives to each of its inputs: its adjoint times the partial. */
  readonly given: readonly Float64Array[]
}

/**
 * The adjoint of every node: the sum of what the nodes give that are computed from it.
 * @param values of the nodes, from the forward pass
 */
export function backward({ nodes }: Nodes, values: Float64Array): Backward {
  const adjoints = new Float64Array(nodes.length)
  adjoints[nodes.length - 1] = 1
  // What nothing arrives at gives nothing on, not 0·∞.
  const isReached = nodes.map((_, i) => i === nodes.length - 1)
  const partials: Float64Array[] = []
  const given: Float64Array[] = []
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { expression, inputs } = nodes[i] as GraphNode
    const args = inputs.map((input) => values[input] as number)
    const [ones, gives] = [new Float64Array(inputs.length), new Float64Array(inputs.length)]
    for (const [k, input] of inputs.entries()) {
      const slope = slopeOf(expression, k)
      if (!slope) continue
      const y = values[i] as number
      ones[k] = slope({ args, y, s: 1 })
      if (!isReached[i]) continue
      gives[k] = slope({ args, y, s: adjoints[i] as number })
      adjoints[input] = (adjoints[input] as number) + (gives[k] as number)
      isReached[input] = true
    }
    partials[i] = ones
    given[i] = gives
  }
  return { adjoints, partials, given }
}

export interface At {
  readonly args: readonly number[]
  /** The result. */
  readonly y: number
  /** What arrives from above; with 1 the partial itself comes out. */
  readonly s: number
}

/** What an operation gives to one of its arguments; nothing where none flows: into what only decides. */
export function slopeOf(e: Expression, index: number): ((at: At) => number) | undefined {
  if (e.kind !== 'apply') return undefined
  const { operation } = e
  const count = e.args.length
  const partial = partialOf(operation, count, index)
  return (
    partial &&
    (({ args, y, s }) =>
      evaluate(partial, (letter) => {
        if (letter === 'y') return y
        if (letter === 's') return s
        if (letter === 'ties') return args.filter((a) => a === y).length
        return args[argumentOf(letter, operation, count, index)] ?? Number.NaN
      }))
  )
}
