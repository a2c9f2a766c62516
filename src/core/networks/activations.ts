// What neurons are activated by: rows of the language's table, whose values and derivatives are PyTorch's.

import { partialOf } from '../language/derivative.ts'
import { apply, name } from '../language/expression.ts'
import type { Operation } from '../language/operations.ts'
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
  // In the rows a is the argument, y the result, s what arrives from above.
  const partial = partialOf(operation, 1, 0)
  if (!partial) throw new Error(`${operation} has no derivative`)
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
  const backward = blockProgram([{ value: partial, to: delta }], letters, room)
  forward.settle()
  backward.settle()
  return { forward: forward.run, backward: backward.run }
}
