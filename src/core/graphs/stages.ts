// A graph step by step: forward one operation at a time, then backward one operation at a time.
import type { Graph } from './graph.ts'
import type { Backward } from './passes.ts'

export type Stage =
  /** Nothing but the inputs is known. */
  | { readonly pass: 'start' }
  /** A node has got its value. */
  | { readonly pass: 'forward'; readonly node: number }
  /** ∂f/∂f = 1, where the way back begins. */
  | { readonly pass: 'turn'; readonly node: number }
  /** A node has given to each of its inputs. */
  | { readonly pass: 'backward'; readonly node: number }

/** The stages in order; the playhead counts them from 0. */
export function stagesOf({ nodes }: Graph): Stage[] {
  const computed = nodes.flatMap(({ inputs }, node) => (inputs.length ? [node] : []))
  return [
    { pass: 'start' },
    ...computed.map((node): Stage => ({ pass: 'forward', node })),
    { pass: 'turn', node: nodes.length - 1 },
    ...computed.toReversed().map((node): Stage => ({ pass: 'backward', node })),
  ]
}

/** The stage after which all values are known. */
export const endOfForward = (stages: readonly Stage[]): number =>
  stages.findIndex(({ pass }) => pass === 'turn') - 1

/** What is known of a node at a stage. */
export interface Knowledge {
  readonly hasValue: boolean
  /** What has arrived so far; nothing before anything has. */
  readonly adjoint: number | undefined
  /** Nothing more will arrive. */
  readonly isWhole: boolean
}

/**
 * What is known of every node at a stage.
 * @param at the index of the stage
 */
export function knownAt(
  { nodes }: Graph,
  stages: readonly Stage[],
  { adjoints, given }: Pick<Backward, 'adjoints' | 'given'>,
  at: number,
): Knowledge[] {
  const past = stages.slice(0, at + 1)
  const nodesIn = (pass: 'forward' | 'backward') =>
    new Set(past.flatMap((stage) => (stage.pass === pass ? [stage.node] : [])))
  const [computed, done] = [nodesIn('forward'), nodesIn('backward')]
  const hasTurned = past.some(({ pass }) => pass === 'turn')
  return nodes.map(({ inputs, uses }, i): Knowledge => {
    const isRoot = i === nodes.length - 1
    const arrived = uses.filter(({ by }) => done.has(by))
    const isWhole = hasTurned && arrived.length === uses.length
    const sum = arrived.reduce((s, { by, input }) => s + (given[by]?.[input] ?? 0), 0)
    return {
      hasValue: inputs.length === 0 || computed.has(i),
      // Once all is there it is what the pass itself has: sums in another order may differ in the last digit.
      adjoint: isWhole ? adjoints[i] : arrived.length ? sum : hasTurned && isRoot ? 1 : undefined,
      isWhole,
    }
  })
}
