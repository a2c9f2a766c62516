// Operations of the language over blocks of numbers: those that rules are mostly made of have a loop of their own.
import { exp, tanh } from '../elementary.ts'
import { type Operation, operations } from '../language/operations.ts'
import type { Floats } from './floats.ts'

/** Computes so many results at once. What an operation does not take may be anything. */
export type BlockOperation = (to: Floats, a: Floats, b: Floats, c: Floats, count: number) => void

const loops: Partial<Record<Operation, BlockOperation>> = {
  add(to, a, b, _, count) {
    for (let i = 0; i < count; i++) to[i] = (a[i] as number) + (b[i] as number)
  },
  sub(to, a, b, _, count) {
    for (let i = 0; i < count; i++) to[i] = (a[i] as number) - (b[i] as number)
  },
  mul(to, a, b, _, count) {
    for (let i = 0; i < count; i++) to[i] = (a[i] as number) * (b[i] as number)
  },
  div(to, a, b, _, count) {
    for (let i = 0; i < count; i++) to[i] = (a[i] as number) / (b[i] as number)
  },
  neg(to, a, _b, _c, count) {
    for (let i = 0; i < count; i++) to[i] = -(a[i] as number)
  },
  where(to, a, b, c, count) {
    for (let i = 0; i < count; i++) to[i] = a[i] !== 0 ? (b[i] as number) : (c[i] as number)
  },
  sqrt(to, a, _b, _c, count) {
    for (let i = 0; i < count; i++) to[i] = Math.sqrt(a[i] as number)
  },
  exp(to, a, _b, _c, count) {
    for (let i = 0; i < count; i++) to[i] = exp(a[i] as number)
  },
  tanh(to, a, _b, _c, count) {
    for (let i = 0; i < count; i++) to[i] = tanh(a[i] as number)
  },
  le(to, a, b, _, count) {
    for (let i = 0; i < count; i++) to[i] = (a[i] as number) <= (b[i] as number) ? 1 : 0
  },
  gt(to, a, b, _, count) {
    for (let i = 0; i < count; i++) to[i] = (a[i] as number) > (b[i] as number) ? 1 : 0
  },
}

/** Whatever has no loop of its own is computed one by one; it has an argument or two. */
function oneByOne(operation: Operation): BlockOperation {
  const { value, derivative } = operations[operation]
  if (derivative.length === 1)
    return (to, a, _b, _c, count) => {
      for (let i = 0; i < count; i++) to[i] = value(a[i] as number)
    }
  return (to, a, b, _, count) => {
    for (let i = 0; i < count; i++) to[i] = value(a[i] as number, b[i] as number)
  }
}

export const blockOperation = (operation: Operation): BlockOperation =>
  loops[operation] ?? oneByOne(operation)

export const copy = (to: Floats, from: Floats, count: number): void => {
  for (let i = 0; i < count; i++) to[i] = from[i] as number
}
