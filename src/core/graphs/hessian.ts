// The gradient of the gradient: the slopes are a graph themselves, and a backward pass from each gives a row of the Hessian.
// Source: Griewank & Walther 2008, Evaluating Derivatives, 5.1 (reverse over reverse), as torch.autograd.functional.hessian.
import { gradient } from '../language/derivative.ts'
import { type Graph, type GraphNode, inputPlace, nodesBelow } from './graph.ts'
import { forward, type Point, slopeOf } from './passes.ts'

export interface Hessian {
  /** In the order of rows and columns. */
  readonly variables: readonly string[]
  /** ∂²f/∂row∂column, a row for each variable, of as many numbers. */
  readonly values: readonly Float64Array[]
}

/** All slopes of a graph as one graph: what they have in common is computed once. */
interface Slopes {
  readonly nodes: readonly GraphNode[]
  /** For each node what it gives to each of its inputs. */
  readonly slopes: readonly (readonly ReturnType<typeof slopeOf>[])[]
  /** Which nodes are the slopes, by the places of the variables, and which are the variables: −1 is none. */
  readonly roots: readonly number[]
  readonly inputs: readonly number[]
}

/** They do not change with the point. */
const known = new WeakMap<Graph, Slopes>()

function slopesOf(graph: Graph): Slopes {
  const found = known.get(graph) ?? slopesOfLoss(graph)
  known.set(graph, found)
  return found
}

function slopesOfLoss({ loss: { expression, variables } }: Graph): Slopes {
  const roots = gradient(expression, variables)
  const nodes = nodesBelow(roots)
  return {
    nodes,
    slopes: nodes.map(({ expression: e, inputs }) => inputs.map((_, k) => slopeOf(e, k))),
    roots: roots.map((root) => nodes.findIndex(({ expression: e }) => e === root)),
    inputs: variables.map((variable) => inputPlace({ nodes }, variable)),
  }
}

/** The backward pass from one of the slopes: the second derivatives by all variables. */
function rowFrom({ nodes, slopes, inputs }: Slopes, root: number, values: Float64Array) {
  const adjoints = new Float64Array(root + 1)
  const isReached = new Uint8Array(root + 1)
  adjoints[root] = 1
  isReached[root] = 1
  for (let i = root; i >= 0; i--) {
    // As in PyTorch what nothing arrives at gives nothing on, not 0·∞.
    if (!isReached[i]) continue
    const from = nodes[i] as GraphNode
    const at = {
      args: from.inputs.map((input) => values[input] as number),
      y: values[i] as number,
      s: adjoints[i] as number,
    }
    for (const [k, input] of from.inputs.entries()) {
      const slope = slopes[i]?.[k]
      if (!slope) continue
      adjoints[input] = (adjoints[input] as number) + slope(at)
      isReached[input] = 1
    }
  }
  return Float64Array.from(inputs, (input) => adjoints[input] ?? 0)
}

/**
 * The gradient of ∂f/∂variable: one row of the Hessian, exact, with PyTorch's choices at kinks, ties and branches.
 * @param point a number for each variable of the graph
 * @returns as many numbers as the graph has variables, in their order; all 0 by what f does not depend on
 */
export function gradientOfGradient(graph: Graph, point: Point, variable: string): Float64Array {
  const { variables } = graph.loss
  const slopes = slopesOf(graph)
  const root = slopes.roots[variables.indexOf(variable)]
  if (root === undefined) return new Float64Array(variables.length)
  return rowFrom(slopes, root, forward(slopes, point))
}

/**
 * All second derivatives, exact, with PyTorch's choices at kinks, ties and branches; symmetric but for rounding.
 * @param point a number for each variable of the graph
 * @returns n rows of n numbers, n the number of variables
 */
export function hessian(graph: Graph, point: Point): Hessian {
  const slopes = slopesOf(graph)
  const values = forward(slopes, point)
  return {
    variables: graph.loss.variables,
    values: slopes.roots.map((root) => rowFrom(slopes, root, values)),
  }
}
