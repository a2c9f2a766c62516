// The local derivative of one operation as a formula, and numbers as they stand in formulas.
import { gradient } from '../language/derivative.ts'
import { apply, type Expression, name as named } from '../language/expression.ts'
import { latex } from '../language/latex/latex.ts'
import { inParentheses, type Piece } from '../language/latex/piece.ts'
import { plainLeaf } from '../language/latex/symbol.ts'
import { tidied } from '../language/latex/tidy.ts'
import { constants } from '../language/operations/names.ts'
import type { Graph, GraphNode } from './graph.ts'
import { type NodeName, written } from './names.ts'

/** ∂v/∂u of one operation, in the names of its inputs. */
export function slopeText(
  { nodes }: Graph,
  { by, input }: { readonly by: number; readonly input: number },
  names: readonly NodeName[],
): string {
  const node = nodes[by] as GraphNode
  const e = node.expression
  if (e.kind !== 'apply') return ''
  // By this input alone, even where another one is the same; what is a number stays one: the exponent of a square.
  const letters = e.args.map((_, k) => `input${k}`)
  const args = e.args.map((arg, k) => (isNumber(arg) ? arg : named(letters[k] ?? '')))
  const [slope] = gradient(apply(e.operation, ...args), [letters[input] ?? ''])
  const nameOf = (letter: string) =>
    names[node.inputs[letters.indexOf(letter)] ?? 0]?.name ?? letter
  const text = latex(tidied(slope as Expression), {
    leaf: (letter, level) =>
      letters.includes(letter) ? inPlace(nameOf(letter), level) : plainLeaf(letter),
  })
  return /[+-]/.test(text) ? `\\left(${text}\\right)` : text
}

/** A name, or a number of the text in the place of one. */
const inPlace = (text: string, level: number): Piece => {
  const value = Number(text.replace('−', '-'))
  return Number.isNaN(value) ? plainLeaf(text === 'π' ? 'pi' : text) : numberPiece(value, level)
}

export const isNumber = (e: Expression) =>
  e.kind === 'number' || (e.kind === 'name' && constants.has(e.name))

/** A number, in parentheses where its place needs them. */
export const numberPiece = (value: number, level: number): Piece => {
  const piece: Piece = {
    text: written(value),
    level: value < 0 ? 1 : 5,
    begins: value < 0 ? 'minus' : 'digit',
  }
  return piece.level < level ? inParentheses(piece) : piece
}
export const numberText = (value: number, level = 0) => numberPiece(value, level).text
