// What the nodes of a graph are called: inputs by their names, constants by their values, what is computed v₁, v₂, …, and f.
import { operations } from '../language/operations.ts'
import { valueName } from '../loss/valueName.ts'
import { exactFigures, plain } from '../number.ts'
import type { Graph, GraphNode } from './graph.ts'

const below = '₀₁₂₃₄₅₆₇₈₉'
const lowered = (count: number) => [...String(count)].map((digit) => below[Number(digit)]).join('')

export interface NodeName {
  /** For people. */
  readonly text: string
  /** As a name of the language, so that formulas can be written with it. */
  readonly name: string
  /** The same within the graph: f as the last of what is computed, so that its own slopes are not those of all of f. */
  readonly inside: string
  /** That for people. */
  readonly insideText: string
}

/** The names of all nodes, in their order. */
export function namesOf({ nodes, loss }: Graph): NodeName[] {
  const letter = ['v', 'u', 'n', 'q', 'k'].find((one) => !isTaken(one, loss.variables)) ?? 'node'
  let count = 0
  return nodes.map((node, i): NodeName => {
    if (node.operation === 'constant') return alike(constantText(node))
    if (node.operation === 'input') return alike(node.name ?? '')
    count++
    const inside = `${letter}${count}`
    const insideText = `${letter}${lowered(count)}`
    return i === nodes.length - 1
      ? { ...alike(valueName(loss.variables)), inside, insideText }
      : { text: insideText, name: inside, inside, insideText }
  })
}

const alike = (name: string): NodeName => ({
  text: name,
  name,
  inside: name,
  insideText: name,
})

/** x1 and the like would look as what is computed. */
const isTaken = (letter: string, variables: readonly string[]) =>
  variables.some((variable) => variable.startsWith(letter))

const constantText = ({ name, expression }: GraphNode): string =>
  name === 'pi'
    ? 'π'
    : (name ?? (expression.kind === 'number' ? plain(expression.value, exactFigures) : ''))

/** Words for operations that are written by signs. */
const spoken: Readonly<Record<string, string>> = {
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'quotient',
  '^': 'power',
  neg: 'minus',
  max: 'maximum',
  min: 'minimum',
  sqrt: 'square root',
  abs: 'absolute value',
}

/** What a node computes, in words: product of x and y. */
export function computedWords(
  { operation, inputs }: GraphNode,
  names: readonly NodeName[],
): string {
  const [first = '', ...others] = inputs.map((input) => names[input]?.text ?? '')
  const list = others.length
    ? `${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)}`
    : first
  return `${spoken[operation] ?? operation} of ${list}`
}

/** How an operation is written on its node. */
export function signOf({ operation, expression }: GraphNode): string {
  if (operation === '*') return '×'
  if (operation === '-' || operation === 'neg') return '−'
  if (operation === '/') return '÷'
  if (operation === '^' && expression.kind === 'apply') {
    const exponent = expression.args[1]
    const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
    if (exponent?.kind === 'number' && Number.isInteger(exponent.value) && exponent.value >= 0)
      return `□${[...String(exponent.value)].map((d) => digits[Number(d)]).join('')}`
    return '^'
  }
  return operations.le.sign === operation ? '≤' : operations.ge.sign === operation ? '≥' : operation
}

const decimals = 4
/** From here on numbers are written with an exponent, and need no more figures than others. */
const large = 1e5

/** A number on a node: so many decimals as micrograd writes, and never fewer than four figures. */
export function written(value: number): string {
  const size = Math.abs(value)
  const before = size >= 1 && size < large ? Math.floor(Math.log10(size)) + 1 : 0
  return plain(value, decimals + before)
}
