import { useMemo } from 'react'
import { written } from '../../../core/graphs/names.ts'
import { edgesOf } from '../../../state/graphs/layouts.ts'
import type { Moment } from '../useGraph.ts'
import { edgePath } from './edgePath.ts'
import { isInSight, type Sight } from './sight.ts'
import { hasAllLabels } from './sizes.ts'
import { Wire } from './Wire.tsx'

interface Props {
  readonly moment: Moment
  readonly sight: Sight
  /** The node whose edges are looked at. */
  readonly looked: number | undefined
}

/** The edges of a graph. */
export function Wires({ moment, sight, looked }: Props) {
  const { graph, shown, stage, known } = moment
  const { layout, partials, prepared } = shown
  const edges = useMemo(
    () =>
      edgesOf(graph).map((edge, k) => ({
        ...edge,
        ...edgePath(graph, layout, edge, k),
        x: layout.labels[2 * k] as number,
        y: layout.labels[2 * k + 1] as number,
      })),
    [graph, layout],
  )
  const back = useMemo(() => {
    const past = prepared.stages.slice(0, moment.step + 1)
    return new Set(past.flatMap((it) => (it.pass === 'backward' ? [it.node] : [])))
  }, [prepared, moment.step])
  const now = 'node' in stage && stage.pass !== 'turn' ? stage.node : undefined
  const all = hasAllLabels(graph)
  const isFixed = (input: number) => graph.nodes[input]?.operation === 'constant'
  return edges.map(({ input, by, place, path, ends, isLong, x, y }, k) => {
    const isLooked = all || by === now || by === looked || input === looked
    return (
      <Wire
        // biome-ignore lint/suspicious/noArrayIndexKey: edges are told apart by their place
        key={k}
        {...{ path, ends, x, y }}
        slope={isLooked && !isFixed(input) ? written(partials[by]?.[place] ?? 0) : ''}
        state={
          back.has(by) && !isFixed(input) ? 'backward' : known[by]?.hasValue ? 'forward' : 'ahead'
        }
        isNow={by === now}
        isLong={isLong}
        isFar={!isInSight(sight, ...ends, [x, y])}
      />
    )
  })
}
