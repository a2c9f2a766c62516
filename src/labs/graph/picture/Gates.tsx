import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import type { GraphNode } from '../../../core/graphs/graph.ts'
import { written } from '../../../core/graphs/names.ts'
import { nodeInWords } from '../../../core/graphs/telling.ts'
import { type Moment, useGraphLab, useGraphState } from '../useGraph.ts'
import { Gate } from './Gate.tsx'
import { Leaf } from './Leaf.tsx'
import { gateWidth, labelOf } from './sizes.ts'
import { nextNode } from './walk.ts'

interface Props {
  readonly moment: Moment
  readonly onFocus: (node: number | undefined) => void
}

/** The nodes of a graph: by Tab one stop, inside which arrow keys go from node to node. */
export function Gates({ moment, onFocus }: Props) {
  const lab = useGraphLab()
  const { graph, shown, names, known, stage } = moment
  const selected = useGraphState((state) => state.selected)
  const isAsking = useGraphState((state) => state.isAsking)
  const [stop, stopAt] = useState(graph.nodes.length - 1)
  const group = useRef<SVGGElement>(null)
  const { layout } = shown
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
        const { hasValue, adjoint, isWhole } = known[i] ?? {}
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
          value: written(shown.values[i] as number),
          adjoint: hidden ? '?' : written(adjoint ?? (shown.adjoints[i] as number)),
          hasValue: hasValue === true,
          arrived: isWhole ? 'all' : adjoint === undefined ? 'nothing' : 'part',
          isNow: 'node' in stage && stage.node === i,
          isSelected: selected === i,
          isStop: reached === i,
          words: nodeInWords(graph, shown, known, i, names),
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

const kindOf = ({ operation }: GraphNode) =>
  operation === 'input' || operation === 'constant' ? operation : 'operation'
