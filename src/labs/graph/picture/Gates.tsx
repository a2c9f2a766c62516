import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import type { GraphNode } from '../../../core/graphs/graph.ts'
import { written } from '../../../core/graphs/names.ts'
import { nodeInWords } from '../../../core/graphs/telling.ts'
import { type Moment, useGraphLab, useGraphState, useMomentAtRest } from '../useGraph.ts'
import { Gate } from './Gate.tsx'
import { Leaf } from './Leaf.tsx'
import { isInSight, placeOf, type Sight } from './sight.ts'
import { gateWidth, labelOf } from './sizes.ts'
import { nextNode } from './walk.ts'

interface Props {
  readonly moment: Moment
  readonly sight: Sight
  readonly onFocus: (node: number | undefined) => void
}

/** The nodes of a graph: by Tab one stop, inside which arrow keys go from node to node. */
export function Gates({ moment, sight, onFocus }: Props) {
  const lab = useGraphLab()
  const { graph, shown, names, stage } = moment
  const selected = useGraphState((state) => state.selected)
  const isAsking = useGraphState((state) => state.isAsking)
  const [stop, stopAt] = useState(graph.nodes.length - 1)
  const group = useRef<SVGGElement>(null)
  const { layout } = shown
  const rested = useMomentAtRest()
  const words = useNodesInWords(rested)
  const select = useCallback(
    (node: number) =>
      lab.look({ selected: lab.store.getState().selected === node ? undefined : node }),
    [lab],
  )
  const focused = useCallback(
    (node: number) => {
      stopAt(node)
      onFocus(node)
    },
    [onFocus],
  )
  const onKey = useCallback(
    (event: KeyboardEvent, from: number) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        return select(from)
      }
      const next = nextNode(graph, layout, from, event.key)
      if (next === undefined && !event.key.startsWith('Arrow')) return
      event.preventDefault()
      event.stopPropagation()
      const node = group.current?.querySelector<SVGGElement>(`[data-node="${next}"]`)
      node?.focus({ preventScroll: true })
    },
    [graph, layout, select],
  )
  const reached = Math.min(stop, graph.nodes.length - 1)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus leaves the nodes inside
    <g ref={group} onBlur={() => onFocus(undefined)}>
      {graph.nodes.map((node, i) => {
        const isFar = !isInSight(sight, placeOf(layout, i))
        // What is out of sight follows when it rests.
        const { shown: seen, known: then } = isFar && rested.graph === graph ? rested : moment
        const { hasValue, adjoint, isWhole } = then[i] ?? {}
        const kind = kindOf(node)
        const name = kind === 'operation' ? names[i]?.text : undefined
        const hidden = isAsking && !isWhole
        const props = {
          index: i,
          label: labelOf(node),
          width: gateWidth(node),
          kind,
          name,
          x: layout.nodes[2 * i] as number,
          y: layout.nodes[2 * i + 1] as number,
          value: written(seen.values[i] as number),
          adjoint: hidden ? '?' : written(adjoint ?? (seen.adjoints[i] as number)),
          hasValue: hasValue === true,
          arrived: isWhole ? 'all' : adjoint === undefined ? 'nothing' : 'part',
          isNow: 'node' in stage && stage.node === i,
          isFar,
          isSelected: selected === i,
          isStop: reached === i,
          words: words(i),
          onSelect: select,
          onKeyDown: onKey,
          onFocus: focused,
        } as const
        return kind === 'input' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: nodes are told apart by their place
          <Leaf key={i} {...props} variable={node.name ?? ''} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: nodes are told apart by their place
          <Gate key={i} {...props} />
        )
      })}
    </g>
  )
}

/** Each node in words, as it was when it came to rest: nobody listens while a value is dragged. */
function useNodesInWords({ graph, shown, names, known }: Moment): (node: number) => string {
  const all = useMemo(
    () => graph.nodes.map((_, i) => nodeInWords(graph, shown, known, i, names)),
    [graph, shown, known, names],
  )
  return (node) => all[node] ?? ''
}

const kindOf = ({ operation }: GraphNode) =>
  operation === 'input' || operation === 'constant' ? operation : 'operation'
