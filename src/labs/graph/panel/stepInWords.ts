// What happens at a step, in a sentence.
import { computedWords, written } from '../../../core/graphs/names.ts'
import type { Moment } from '../useGraph.ts'

type Seen = Pick<Moment, 'graph' | 'names' | 'stage' | 'shown'>

/** What happens, without numbers: they stand in the formulas. */
export function stepInWords({ graph, names, stage, shown }: Seen): string {
  if (stage.pass === 'start')
    return 'Only the variables have values yet. Step forward: each operation gets its value from those to its left.'
  const node = graph.nodes[stage.node]
  const name = names[stage.node]?.text ?? ''
  if (stage.pass === 'turn')
    return `All values are there. ∂${name}/∂${name} is 1: from here the chain rule goes back.`
  const what = node ? computedWords(node, names) : ''
  if (stage.pass === 'forward') return `${name} is the ${what}.`
  const isLast = shown.prepared.stages.at(-1) === stage
  return `${name}, the ${what}, hands its adjoint on, times the local derivative.${isLast ? ' The gradient is complete.' : ''}`
}

/** The same with its numbers, for those who listen. */
export function stepAloud(seen: Seen): string {
  const { graph, stage, shown, names } = seen
  const words = stepInWords(seen)
  if (stage.pass === 'start' || stage.pass === 'turn') return words
  if (stage.pass === 'forward')
    return `${words} Value ${written(shown.values[stage.node] as number)}.`
  const gives = (graph.nodes[stage.node]?.inputs ?? []).flatMap((input, k) =>
    graph.nodes[input]?.operation === 'constant'
      ? []
      : [`${written(shown.given[stage.node]?.[k] as number)} to ${names[input]?.text}`],
  )
  return `${words} ${gives.join(', ')}.`
}
