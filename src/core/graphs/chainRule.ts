// What happens at a stage, as formulas: forward v₁ = x·y = 3·(−4) = −12, backward the chain rule with symbols and with
// numbers, and where several paths meet the sum, term by term.
import { apply, type Expression, name as named } from '../language/expression.ts'
import { latex } from '../language/latex/latex.ts'
import type { Piece } from '../language/latex/piece.ts'
import { plainLeaf } from '../language/latex/symbol.ts'
import { constants } from '../language/operations/names.ts'
import type { Graph, GraphNode } from './graph.ts'
import { isNumber, numberPiece, numberText, slopeText } from './localSlope.ts'
import { computedWords, type NodeName, namesOf } from './names.ts'
import type { Backward } from './passes.ts'
import type { Stage } from './stages.ts'

export interface FormulaOfStage {
  /** In LaTeX: with symbols, then with numbers, each part behind a sign of equality. */
  readonly parts: readonly string[]
  /** The same as one text, for those who listen. */
  readonly words: string
  /** More will arrive at the node: what stands here is only the sum so far. */
  readonly isPartial?: true
}

interface Passes extends Backward {
  readonly values: Float64Array
}

/** The formulas of a stage: one forward, one for each input backward. */
export function formulasOf(graph: Graph, passes: Passes, stage: Stage): FormulaOfStage[] {
  const names = namesOf(graph)
  if (stage.pass === 'start') return []
  const node = graph.nodes[stage.node] as GraphNode
  if (stage.pass === 'turn') {
    const [root, inside] = [rootOf(names), symbolOf(names, stage.node)]
    return [{ parts: [partial(root, inside), '1'], words: `${slopeOf(names)} = 1` }]
  }
  if (stage.pass === 'forward') return [forwardFormula(graph, passes, stage.node, names)]
  const inputs = [...new Set(node.inputs)].filter((input) => isDifferentiated(graph, input))
  return inputs.map((input) => backwardFormula(graph, passes, { input, by: stage.node }, names))
}

/** The whole adjoint of one node, term by term; nothing of a number that stands in the text. */
export function adjointFormula(graph: Graph, passes: Passes, node: number): FormulaOfStage[] {
  if (!isDifferentiated(graph, node)) return []
  if (node === graph.nodes.length - 1) return formulasOf(graph, passes, { pass: 'turn', node })
  const by = Math.min(...(graph.nodes[node]?.uses.map((use) => use.by) ?? []))
  return [backwardFormula(graph, passes, { input: node, by }, namesOf(graph))]
}

/** Nobody asks for the slope by a number that stands in the text. */
const isDifferentiated = ({ nodes }: Graph, input: number) => nodes[input]?.operation !== 'constant'

function forwardFormula(
  { nodes }: Graph,
  { values }: Passes,
  i: number,
  names: readonly NodeName[],
): FormulaOfStage {
  const node = nodes[i] as GraphNode
  const value = numberText(values[i] as number)
  const isRoot = i === nodes.length - 1
  return {
    parts: [
      ...(isRoot ? [rootOf(names)] : []),
      symbolOf(names, i),
      latex(ofInputs(node, names), { leaf: plainLeaf }),
      latex(ofInputs(node, names), numbersFor(node, names, values)),
      value,
    ],
    words: `${names[i]?.text} = ${computedWords(node, names)} = ${value}`,
  }
}

/** The operation of a node as one of its inputs' names; what is a number stays one. */
function ofInputs({ expression: e, inputs }: GraphNode, names: readonly NodeName[]): Expression {
  if (e.kind !== 'apply') return e
  const args = e.args.map((arg, k) =>
    isNumber(arg) ? arg : named(names[inputs[k] ?? 0]?.name ?? ''),
  )
  return apply(e.operation, ...args)
}

/** How names are written as their numbers. */
function numbersFor({ inputs }: GraphNode, names: readonly NodeName[], values: Float64Array) {
  const numberOf = (name: string) =>
    values[inputs.find((input) => names[input]?.name === name) ?? -1] ?? Number.NaN
  return {
    leaf: (name: string, level: number): Piece =>
      constants.has(name) ? plainLeaf(name) : numberPiece(numberOf(name), level),
    // Of a choice only the branch is written that is taken.
    decide: (condition: Expression) =>
      condition.kind === 'name' ? numberOf(condition.name) !== 0 : true,
  }
}

function backwardFormula(
  graph: Graph,
  { given, adjoints, partials }: Passes,
  { input, by }: { readonly input: number; readonly by: number },
  names: readonly NodeName[],
): FormulaOfStage {
  const root = rootOf(names)
  const at = symbolOf(names, input)
  const uses = graph.nodes[input]?.uses ?? []
  // Backward the later nodes come first.
  const arrived = uses.filter((use) => use.by >= by).toSorted((a, b) => b.by - a.by)
  const factors = arrived.map((use) => {
    const above = symbolOf(names, use.by)
    return [`${partial(root, above)} \\cdot ${partial(above, at)}`, slopeText(graph, use, names)]
  })
  const numbers = arrived.map(
    ({ by: i, input: k }) =>
      `${numberText(adjoints[i] as number, 3)} \\cdot ${numberText(partials[i]?.[k] ?? Number.NaN, 3)}`,
  )
  const sum = arrived.reduce((s, { by: i, input: k }) => s + (given[i]?.[k] ?? 0), 0)
  const isWhole = arrived.length === uses.length
  const result = numberText(isWhole ? (adjoints[input] as number) : sum)
  const chains = arrived.map(
    (use) => `${slopeOf(names, use.by)} · ${slopeOf(names, input, use.by)}`,
  )
  const only = factors.length === 1 ? factors[0]?.[1] : undefined
  return {
    parts: [
      partial(root, at),
      factors.map(([chain]) => chain).join(' + '),
      ...(only ? [`${partial(root, symbolOf(names, by))} \\cdot ${only}`] : []),
      numbers.join(' + '),
      result,
    ],
    words: [
      slopeOf(names, input),
      chains.join(' + '),
      numbers.join(' + ').replaceAll('\\cdot', '·'),
      result,
    ].join(' = '),
    ...(!isWhole && { isPartial: true as const }),
  }
}

const symbolOf = (names: readonly NodeName[], i: number) => {
  const { inside = '', text = '' } = names[i] ?? {}
  return /^[A-Za-z]/.test(inside) ? plainLeaf(inside).text : text
}

/** f, whatever it is inside. */
const rootOf = (names: readonly NodeName[]) => plainLeaf(names.at(-1)?.name ?? '').text

/** ∂f/∂v, or of another node, as text. */
const slopeOf = (
  names: readonly NodeName[],
  by = names.length - 1,
  of = names.length - 1,
): string => `∂${names[of]?.text}/∂${names[by]?.text}`

const partial = (of: string, by: string) => `\\frac{\\partial ${of}}{\\partial ${by}}`
