// A student says what an adjoint is: which ones can be asked for, and whether an answer is right, and if not, why.
import type { Graph, GraphNode } from './graph.ts'
import { type NodeName, written } from './names.ts'
import type { Backward } from './passes.ts'
import type { Stage } from './stages.ts'

interface Passes extends Backward {
  readonly values: Float64Array
}

/**
 * The nodes whose adjoints are complete after the next stage and not before: what can be asked for now.
 * @param at the index of the present stage
 */
export function askedAt({ nodes }: Graph, stages: readonly Stage[], at: number): number[] {
  const next = stages[at + 1]
  if (next?.pass !== 'backward') return []
  const inputs = [...new Set(nodes[next.node]?.inputs ?? [])]
  return inputs.filter((input) => {
    const { operation, uses } = nodes[input] as GraphNode
    // Backward the later nodes come first: this one is the last to give.
    return operation !== 'constant' && Math.min(...uses.map(({ by }) => by)) === next.node
  })
}

export interface Judgement {
  readonly isRight: boolean
  readonly words: string
}

/** An answer may be rounded: so far off (as a share) it still counts. */
const tolerance = 0.01
const isClose = (answer: number, value: number) =>
  Number.isFinite(value)
    ? Math.abs(answer - value) <= tolerance * Math.abs(value) + Number.EPSILON
    : Object.is(answer, value)

interface Term {
  /** What the node above is called. */
  readonly above: string
  readonly adjoint: number
  readonly slope: number
  readonly gives: number
}

/** Judges what someone takes for ∂f/∂node. */
export function judgeAnswer(
  graph: Graph,
  passes: Passes,
  names: readonly NodeName[],
  node: number,
  answer: number,
): Judgement {
  const value = passes.adjoints[node] as number
  const name = names[node]?.text ?? ''
  if (Number.isNaN(answer)) return { isRight: false, words: 'Type a number.' }
  const terms = termsOf(graph, passes, names, node)
  if (isClose(answer, value))
    return { isRight: true, words: `Right: ${written(value)}, ${sumOf(terms)}.` }
  const mistake = mistakes.find(({ fits }) =>
    fits({ answer, value, terms, of: passes.values[node] as number }),
  )
  return { isRight: false, words: mistake?.words(name, terms, answer) ?? '' }
}

const termsOf = ({ nodes }: Graph, passes: Passes, names: readonly NodeName[], node: number) =>
  (nodes[node]?.uses ?? []).map(
    ({ by, input }): Term => ({
      // Of f its own slopes are meant, not those of all of it, which are asked for.
      above: names[by]?.insideText ?? '',
      adjoint: passes.adjoints[by] as number,
      slope: passes.partials[by]?.[input] as number,
      gives: passes.given[by]?.[input] as number,
    }),
  )

const sumOf = (terms: readonly Term[]) =>
  terms.map(({ adjoint, slope }) => `${written(adjoint)} times ${written(slope)}`).join(' plus ')

interface Wrong {
  readonly answer: number
  readonly value: number
  readonly terms: readonly Term[]
  /** The node's own value. */
  readonly of: number
}

interface Mistake {
  fits(wrong: Wrong): boolean
  words(name: string, terms: readonly Term[], answer: number): string
}

/** What people do instead, the most telling first; the last one always fits. */
const mistakes: readonly Mistake[] = [
  {
    fits: ({ answer, terms }) =>
      terms.length > 1 && terms.some(({ gives }) => isClose(answer, gives)),
    words: (name, terms) =>
      `That is what comes along one path. ${name} is used ${terms.length} times: add what comes along the others.`,
  },
  {
    fits: ({ answer, value }) => isClose(answer, -value),
    words: () => 'The size is right, the sign is not.',
  },
  {
    fits: ({ answer, terms }) => terms.length === 1 && isClose(answer, terms[0]?.slope ?? 0),
    words: (name, [term]) =>
      `That is the local derivative ∂${term?.above}/∂${name}. Multiply it by what arrives at ${term?.above}: ${written(term?.adjoint ?? 0)}.`,
  },
  {
    fits: ({ answer, terms }) => terms.length === 1 && isClose(answer, terms[0]?.adjoint ?? 0),
    words: (name, [term]) =>
      `That is what arrives at ${term?.above}. Multiply it by the local derivative ∂${term?.above}/∂${name}.`,
  },
  {
    fits: ({ answer, of }) => isClose(answer, of),
    words: (name) => `That is the value of ${name}, not how fast f changes with it.`,
  },
  {
    fits: () => true,
    words: (name, terms) =>
      terms.length === 1
        ? `Not yet: multiply what arrives at ${terms[0]?.above}, ${written(terms[0]?.adjoint ?? 0)}, by the local derivative ∂${terms[0]?.above}/∂${name}.`
        : `Not yet: ${name} is used ${terms.length} times. For each use multiply what arrives there by the local derivative, and add.`,
  },
]
