// core/language/: expressions, from text to tree and from there to number, derivative, text and LaTeX; it knows
// neither rules nor runs.
//
// The syntax tree that every reading shares. Equal expressions are one object (hash-consing), made after
// its arguments: so equality is ===, and an expression is a graph with sharing.
import type { Operation } from './operations.ts'

export type Expression = Numeral | Name | Application

export interface Numeral {
  readonly kind: 'number'
  readonly id: number
  readonly value: number
}

export interface Name {
  readonly kind: 'name'
  readonly id: number
  readonly name: string
}

export interface Application {
  readonly kind: 'apply'
  readonly id: number
  readonly operation: Operation
  readonly args: readonly Expression[]
}

// Weak, so that what nobody holds any more is forgotten: sliders make new numbers all day long.
const table = new Map<string, WeakRef<Expression>>()
const forget = new FinalizationRegistry<string>((key) => {
  if (!table.get(key)?.deref()) table.delete(key)
})
let made = 0

function intern<E extends Expression>(key: string, make: (id: number) => E): E {
  const known = table.get(key)?.deref()
  if (known) return known as E
  const fresh = make(made++)
  table.set(key, new WeakRef(fresh))
  forget.register(fresh, key)
  return fresh
}

/** The number itself. −0 and 0 are different expressions, as they are different doubles. */
export const number = (value: number): Numeral =>
  intern(Object.is(value, -0) ? '-0' : String(value), (id) => ({ kind: 'number', id, value }))

/** A variable, constant, hyper-parameter or quantity: which one is for the reader to say. */
export const name = (text: string): Name =>
  intern(`$${text}`, (id) => ({ kind: 'name', id, name: text }))

/** An operation as written, nothing simplified. */
export const apply = (operation: Operation, ...args: Expression[]): Application =>
  intern(`${operation}(${args.map((a) => a.id).join()})`, (id) => ({
    kind: 'apply',
    id,
    operation,
    args,
  }))

const argumentsOf = (e: Expression): readonly Expression[] => (e.kind === 'apply' ? e.args : [])

/**
 * Every node below the roots once, arguments before what uses them, as they are written: in which order the nodes were
 * once made, for what else, must not decide in which order sums are taken.
 */
export function nodesOf(roots: Iterable<Expression>): Expression[] {
  const done = new Set<Expression>()
  const open = [...roots].reverse()
  for (let e = open.at(-1); e; e = open.at(-1)) {
    const before = open.length
    if (!done.has(e))
      for (const arg of argumentsOf(e).toReversed()) if (!done.has(arg)) open.push(arg)
    if (open.length > before) continue
    done.add(e)
    open.pop()
  }
  return [...done]
}

const names = new WeakMap<Expression, readonly string[]>()

/** The names an expression reads, each once. */
export function namesIn(root: Expression): readonly string[] {
  const known = names.get(root)
  if (known) return known
  for (const e of nodesOf([root])) {
    if (names.has(e)) continue
    names.set(
      e,
      e.kind === 'name'
        ? [e.name]
        : [...new Set(argumentsOf(e).flatMap((a) => names.get(a) as string[]))],
    )
  }
  return names.get(root) as string[]
}
