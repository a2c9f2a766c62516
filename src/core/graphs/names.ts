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
    return i === nodes.length - 1
      ? { ...alike(valueName(loss.variables)), inside }
      : { text: `${letter}${lowered(count)}`, name: inside, inside }
  })
}

const alike = (name: string): NodeName => ({ text: name, name, inside: name })

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

/** A number on a node: so many decimals as micrograd writes, and never fewer than four figures. */
export function written(value: number): string {
  const decimals = 4
  const before = Math.floor(Math.log10(Math.abs(value))) + 1
  return plain(value, Math.max(decimals, Number.isFinite(before) ? before + decimals : 0))
}
