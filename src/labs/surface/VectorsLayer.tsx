import { select } from 'd3'
import { useCallback, useMemo } from 'react'
import { type Vector, vectorsOf } from '../../core/analysis/vectors.ts'
import {
  type SelectedRun,
  selectedOf,
  useDescentLab,
  useShown,
  workingAt,
} from '../../panels/lab/descents.ts'
import { playheadOf } from '../../panels/lab/labContext.ts'
import plot from '../../panels/plot/Plot.module.css'
import { grown, slowMotionOf } from '../../panels/time/slowly.ts'
import { stagesAt } from '../../panels/time/slowMotion.ts'
import { Area } from '../../plot/Area.tsx'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import type { Box } from '../../plot/labels/box.ts'
import { pathFromAbove, pointAt } from '../../plot/paths/plotPath.ts'
import { pixelsAt } from '../../plot/paths/trail.ts'
import { ownScales, sharedScale } from '../../plot/plane/vectorScales.ts'
import { paintVectors } from '../../plot/plane/vectors.ts'
import { useLook } from './useLook.ts'
import type { Surface } from './useSurface.ts'

interface Props {
  readonly surface: Surface
  readonly selected: SelectedRun
}

/** The point at the playhead with the vectors of its step; in slow motion, as far as the update has come. */
export function VectorsLayer({ surface: { view, occupied, marks }, selected }: Props) {
  const lab = useDescentLab()
  const shown = useShown()
  const playhead = playheadOf(lab)
  const isShared = useLook('one-scale')
  const isShown = useLook('vectors')
  const { run, trace } = selected
  const scales = useMemo(
    () => (isShared ? sharedScale(run, trace, view) : ownScales(run, trace, view)),
    [isShared, run, trace, view],
  )
  const draw = useCallback<Draw>(
    (group) => {
      if (view.width === 0) return undefined
      const path = pathFromAbove(trace)
      const arrows = document.createElementNS('http://www.w3.org/2000/svg', 'g')
      group.replaceChildren(arrows)
      const common = { view, scales, space: marks.space }
      let painted = -1
      let bends: readonly Box[] | undefined
      const paintStep = () => {
        const slow = slowMotionOf(lab).getState().now
        const k = slow?.k ?? Math.max(0, Math.min(Math.floor(playhead.read()), trace.lr.length - 1))
        const now = occupied.read('curvature')
        if (!slow && k === painted && now === bends) return
        painted = slow ? -1 : k
        bends = now
        const at = pointAt(path, k)
        const working = workingAt(shown, selectedOf(shown, selected.index), k)
        const picture = slow
          ? slowly(stagesAt(lab, k), slow.stage, slow.part)
          : { vectors: isShown ? drawn(vectorsOf(working.run, working.trace, k)) : [] }
        // Where the loss is said to bend is said first.
        const taken = [...marks.taken, ...now]
        occupied.write('vectors', paintVectors(arrows, { ...common, ...picture, taken, at }))
      }
      const paint = () => {
        paintStep()
        const now = pixelsAt(path, view, Math.min(playhead.read(), trace.f.length - 1))
        select(group)
          .selectAll('circle.now')
          .data(now.every(Number.isFinite) ? [now] : [])
          .join('circle')
          .attr('class', 'now')
          .attr('data-name', 'x')
          .attr('cx', (d) => d[0])
          .attr('cy', (d) => d[1])
      }
      paint()
      const ends = [
        playhead.watch(paint),
        // Of what others write, not of its own.
        occupied.watch(() => {
          if (occupied.read('curvature') !== bends) paintStep()
        }),
        slowMotionOf(lab).subscribe(paint),
      ]
      return () => {
        for (const end of ends) end()
      }
    },
    [view, trace, scales, occupied, marks, playhead, lab, shown, selected.index, isShown],
  )
  return (
    <Area view={view}>
      <g data-run={shown.traces.length > 1 ? selected.index : undefined}>
        <g className={plot.descent}>
          <Layer name="descent" draw={draw} />
        </g>
      </g>
    </Area>
  )
}

/** Of all that a step computes, what has a meaning by itself: the gradient, what is remembered, and the step. */
const drawn = (vectors: readonly Vector[]): readonly Vector[] =>
  vectors.filter(({ name, isSlot }) => isSlot || name === 'g' || name === 'x')

/** The vectors that the stages so far have made, the last of them growing. */
function slowly(stages: ReturnType<typeof stagesAt>, stage: number, part: number) {
  const made = new Map<string, Vector>()
  for (const { vector } of stages.slice(0, stage + 1)) if (vector) made.set(vector.name, vector)
  const current = stages[stage]
  return {
    vectors: [...made.values()],
    ...(current?.vector && { growth: { name: current.vector.name, part: grown(part) } }),
  }
}
