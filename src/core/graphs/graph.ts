// core/graphs/: an expression as the graph of its operations: values flow forward through it, adjoints backward.
//
// A graph: every part of an expression once, arguments before what uses them, as written: nothing folded or rearranged.
import { ExperimentError } from '../experimentError.ts'
import { type Expression, nodesOf } from '../language/expression.ts'
import { constants } from '../language/operations/names.ts'
import { type Operation, operations } from '../language/operations.ts'
import { limits } from '../limits.ts'
import { type Loss, readLoss } from '../loss/loss.ts'

export interface Graph {
  readonly loss: Loss
  /** An order in which inputs come first; the last is f. */
  readonly nodes: readonly GraphNode[]
}

export interface GraphNode {
  readonly expression: Expression
  /** `input`, `constant`, or the operator or function as it is written. */
  readonly operation: string
  /** Of an input, or of a constant that has one. */
  readonly name?: string
  /** Which nodes it is computed from, by their place among the nodes; one that is used twice stands here twice. */
  readonly inputs: readonly number[]
  /** Which nodes are computed from it, each use once: the node and which of its inputs this is. */
  readonly uses: readonly Use[]
}

interface Use {
  readonly by: number
  readonly input: number
}

const known = new WeakMap<Loss, Graph>()

/**
 * The graph of an expression or of a catalogue entry. The same text is the same object.
 * @throws ExperimentError if the text cannot be read or has too many variables
 */
export function readGraph(f: string, params?: Readonly<Record<string, number>>): Graph {
  const loss = readLoss(f, params, true)
  const graph = known.get(loss) ?? graphOf(loss)
  known.set(loss, graph)
  return graph
}

function graphOf(loss: Loss): Graph {
  const { most, words } = limits.variables
  if (loss.variables.length > most) throw new ExperimentError(words, { at: [['f']] })
  return { loss, nodes: nodesBelow([loss.expression]) }
}

/** What expressions are made of, every part once, also one that several have; inputs first. */
export function nodesBelow(roots: readonly Expression[]): GraphNode[] {
  const all = nodesOf(roots)
  const places = new Map(all.map((e, place) => [e, place]))
  const uses: Use[][] = all.map(() => [])
  return all.map((expression, by): GraphNode => {
    const args = expression.kind === 'apply' ? expression.args : []
    const inputs = args.map((arg) => places.get(arg) as number)
    for (const [input, place] of inputs.entries()) uses[place]?.push({ by, input })
    return { expression, ...called(expression), inputs, uses: uses[by] as Use[] }
  })
}

function called(e: Expression): Pick<GraphNode, 'operation' | 'name'> {
  if (e.kind === 'number') return { operation: 'constant' }
  if (e.kind === 'name')
    return { operation: constants.has(e.name) ? 'constant' : 'input', name: e.name }
  return { operation: signOf(e.operation) }
}

/** The minus before one argument and the one between two are written alike. */
const signOf = (operation: Operation): string =>
  (operations[operation].derivative.length > 1 && operations[operation].sign) || operation

/**
 * Columns from left to right, with the places in each around its middle: what is computed stands right of its inputs, and
 * an input right before what is first computed from it.
 */
export function placesFromLeft({ nodes }: Graph): (readonly [column: number, row: number])[] {
  const columns: number[] = []
  for (const [i, { inputs }] of nodes.entries())
    columns[i] = Math.max(-1, ...inputs.map((input) => columns[input] as number)) + 1
  for (const [i, { inputs, uses }] of nodes.entries())
    if (!inputs.length && uses.length)
      columns[i] = Math.min(...uses.map(({ by }) => columns[by] as number)) - 1
  const heights = new Map<number, number>()
  const rows = columns.map((column) => {
    const row = heights.get(column) ?? 0
    heights.set(column, row + 1)
    return row
  })
  return columns.map((column, i) => {
    const middle = ((heights.get(column) ?? 1) - 1) / 2
    return [column, middle - (rows[i] as number)]
  })
}

/** Where a variable stands among the nodes; −1 where nothing depends on it. */
export const inputPlace = ({ nodes }: Pick<Graph, 'nodes'>, variable: string): number =>
  nodes.findIndex(({ operation, name }) => operation === 'input' && name === variable)
