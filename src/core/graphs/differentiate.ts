// The value of an expression with its gradient, and every step on the way there.
import { ExperimentError } from '../experimentError.ts'
import { few } from '../quote.ts'
import { type GraphNode, inputPlace, readGraph } from './graph.ts'
import { backward, forward, type Point } from './passes.ts'

export interface Differentiation {
  readonly value: number
  /** ∂f/∂variable as PyTorch has it; 0 by what f does not depend on. */
  readonly gradient: Readonly<Record<string, number>>
  /** In an order in which inputs come first; the last is f; equal sub-expressions are one node. */
  readonly nodes: readonly DifferentiatedNode[]
}

interface DifferentiatedNode extends Pick<GraphNode, 'operation' | 'name' | 'inputs'> {
  readonly value: number
  /** ∂f/∂node: the sum over its uses of the adjoint there times the partial there. */
  readonly adjoint: number
  /** ∂node/∂input, for each input. */
  readonly partials: readonly number[]
}

/**
 * Differentiates an expression at a point by backpropagation (Rumelhart, Hinton & Williams 1986), with PyTorch's partials:
 * https://docs.pytorch.org/docs/stable/notes/autograd.html
 * @param f an expression in up to 26 variables, or the id of a catalogue entry
 * @param start a number for each variable
 * @throws ExperimentError if f cannot be read or a variable has no value
 */
export function differentiate(f: string, start: Point): Differentiation {
  const graph = readGraph(f)
  const { variables } = graph.loss
  const missing = variables.filter((name) => !Number.isFinite(start[name]))
  if (missing.length)
    throw new ExperimentError(`The start needs a number for ${few(missing)}`, { at: [['start']] })
  const values = forward(graph, start)
  const { adjoints, partials } = backward(graph, values)
  const nodes = graph.nodes.map(
    ({ operation, name, inputs }, i): DifferentiatedNode => ({
      operation,
      ...(name !== undefined && { name }),
      inputs,
      value: values[i] as number,
      adjoint: adjoints[i] as number,
      partials: [...(partials[i] as Float64Array)],
    }),
  )
  const adjointOf = (variable: string) => nodes[inputPlace(graph, variable)]?.adjoint ?? 0
  const names = [...new Set([...variables, ...Object.keys(start)])]
  return {
    value: values.at(-1) as number,
    gradient: Object.fromEntries(names.map((name) => [name, adjointOf(name)])),
    nodes,
  }
}
