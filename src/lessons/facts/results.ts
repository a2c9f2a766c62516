// What a scene has computed, by the names that lessons call it by.
import type { Outcome } from '../../core/descent/trace.ts'
import { differentiate } from '../../core/graphs/differentiate.ts'
import { readGraph } from '../../core/graphs/graph.ts'
import { namesOf } from '../../core/graphs/names.ts'
import type { Training } from '../../core/runs/trainNetwork.ts'
import type { Fact } from './fact.ts'

export type Value = number | string

/** What can be asked of a scene. @returns nothing where there is no such thing */
export type Results = (fact: Fact) => Value | undefined

interface Run {
  readonly x: Float64Array
  readonly f: Float64Array
  readonly grad: Float64Array
  readonly lr: Float64Array
  readonly quantities: Readonly<Record<string, Float64Array>>
  readonly evaluations: Int32Array
  readonly outcome: Pick<Outcome, 'kind' | 'step'>
}

const pick = (column: ArrayLike<number> | undefined, at: Fact['at'], width = 1, k = 0) =>
  column?.[(at === 'last' ? column.length / width - 1 : at) * width + k]

/**
 * Of descents: `x` and `y` as the function names its variables, `f`, `slope` (of two variables `slope.x`), `lr`, what the
 * rule remembers or computes (`m`, `v.y`), `evaluations`; the `outcome` and the `step` at which it was so.
 */
export const resultsOfDescents =
  (variables: readonly string[], runs: readonly Run[]): Results =>
  ({ run, name, at }) => {
    const trace = runs[run]
    if (!trace) return undefined
    const [head = '', of] = name.split('.')
    const k = of === undefined ? 0 : variables.indexOf(of)
    const width = variables.length
    if (k < 0) return undefined
    const own = variables.indexOf(head)
    if (own >= 0) return pick(trace.x, at, width, own)
    switch (head) {
      case 'f':
        return pick(trace.f, at)
      case 'slope':
        return pick(trace.grad, at, width, k)
      case 'lr':
        return pick(trace.lr, at)
      case 'evaluations':
        return pick(trace.evaluations, at)
      case 'outcome':
        return trace.outcome.kind
      case 'step':
        return trace.outcome.step
      default:
        return pick(trace.quantities[head], at, width, k)
    }
  }

/** Of trainings: `loss`, `validation` and `accuracy` by epoch; the `outcome` and its `step`. */
export const resultsOfTrainings =
  (runs: readonly Pick<Training, 'losses' | 'validation' | 'accuracy' | 'outcome'>[]): Results =>
  ({ run, name, at }) => {
    const training = runs[run]
    if (!training) return undefined
    if (name === 'outcome') return training.outcome.kind
    if (name === 'step') return training.outcome.step
    if (name === 'loss') return pick(training.losses, at)
    if (name === 'validation' || name === 'accuracy') return pick(training[name], at)
    return undefined
  }

/**
 * Of a graph: `f`, its variables, and what is computed on the way, called as in the picture (`v1`); `slope.x` and
 * `slope.v1` for how f changes with each.
 */
export function resultsOfGraph(f: string, start: Readonly<Record<string, number>>): Results {
  const { nodes } = differentiate(f, { ...start })
  const names = namesOf(readGraph(f)).map(({ name }) => name)
  return ({ name }) => {
    const [head = '', of = ''] = name.split('.')
    return head === 'slope' ? nodes[names.indexOf(of)]?.adjoint : nodes[names.indexOf(head)]?.value
  }
}
