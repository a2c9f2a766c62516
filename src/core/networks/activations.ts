// What neurons are activated by: rows of the language's table, whose values and derivatives are PyTorch's.

import { partialOf } from '../language/derivative.ts'
import { apply, type Expression, name } from '../language/expression.ts'
import type { Operation } from '../language/operations.ts'
import { applied, compileFunction } from '../language/program.ts'
import { blockProgram } from './blockProgram.ts'
import type { Floats, Room } from './floats.ts'

/** By the names of links; a layer without an operation is linear. */
const operationOf = {
  linear: undefined,
  relu: 'relu',
  'leaky-relu': 'leaky_relu',
  elu: 'elu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  softplus: 'softplus',
  silu: 'silu',
  gelu: 'gelu',
} as const satisfies Readonly<Record<string, Operation | undefined>>

export type Activation = keyof typeof operationOf

export const activations = Object.keys(operationOf) as Activation[]

/** An activation of one number, in double precision. */
export interface ActivationCurve {
  value(z: number): number
  /** @param y the value at z */
  slope(z: number, y: number): number
}

/** An activation as an expression of what a unit takes in. */
export function activated(activation: Activation, z: Expression): Expression {
  const operation = operationOf[activation]
  return operation ? apply(operation, z) : z
}

export function curveOf(activation: Activation): ActivationCurve {
  const operation = operationOf[activation]
  if (!operation) return { value: (z) => z, slope: () => 1 }
  const slope = compileFunction(partialBy(operation), ['a', 'y', 's'])
  return { value: (z) => applied(operation, [z]), slope: (z, y) => slope(z, y, 1) }
}

/** In the rows a is the argument, y the result, s what arrives from above. */
function partialBy(operation: Operation): Expression {
  const partial = partialOf(operation, 1, 0)
  if (!partial) throw new Error(`${operation} has no derivative`)
  return partial
}

/** An activation bound to the numbers of a layer. */
export interface Activating {
  /** y from z. */
  forward(count: number): void
  /** δ by y to δ by z. */
  backward(count: number): void
}

/** Nothing for what is linear. */
export function activating(
  activation: Activation,
  { z, y, delta }: { readonly z: Floats; readonly y: Floats; readonly delta: Floats },
  room: Room,
): Activating | undefined {
  const operation = operationOf[activation]
  if (!operation) return undefined
  const forward = blockProgram(
    [{ value: apply(operation, name('a')), to: y }],
    new Map([['a', z]]),
    room,
  )
  const letters = new Map([
    ['a', z],
    ['y', y],
    ['s', delta],
  ])
  const backward = blockProgram([{ value: partialBy(operation), to: delta }], letters, room)
  forward.settle()
  backward.settle()
  return { forward: forward.run, backward: backward.run }
}
