import { useMemo } from 'react'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { useDescentLab, useDescentState } from '../../panels/lab/descents.ts'
import { playheadOf } from '../../panels/lab/labContext.ts'
import { type PlotPath, pathFromAbove } from '../../plot/paths/plotPath.ts'
import { TrailCanvas } from '../../plot/paths/TrailCanvas.tsx'
import type { View } from '../../plot/view.ts'

interface Props {
  readonly view: View
  readonly map: PreparedMap
  readonly run: number
  readonly theme: string
}

const none = new Float64Array()
const nowhere = (_: unknown, i: number): PlotPath => ({
  label: `run ${i}`,
  ...{ x: none, y: none },
  probes: { step: new Int32Array(), x: none, y: none },
})
const nothing: ReadonlyMap<number, PlotPath> = new Map()

/** The path of the run at the mark, where the map is over the plane that it walks through. */
export function RunOnMap({ view, map, run, theme }: Props) {
  const lab = useDescentLab()
  const trace = useDescentState(({ shown }) => shown?.traces[run])
  const turn = planeTurn(map)
  const paths = useMemo(() => {
    if (!trace || turn === undefined || trace.x.length !== 2 * trace.f.length) return []
    const path = pathFromAbove(trace)
    // It has the colour of its place in the race.
    return [...Array.from({ length: run }, nowhere), turn ? turned(path) : path]
  }, [trace, turn, run])
  if (paths.length === 0) return null
  return <TrailCanvas {...{ view, paths, theme }} corrected={nothing} playhead={playheadOf(lab)} />
}

/** Whether the plane of the map is that of the path, or that with its sides changed; nothing where it is no such plane. */
export function planeTurn({ x, y, prepared }: PreparedMap): boolean | undefined {
  const [first, second] = prepared.loss.variables.map((variable) => `start.${variable}`)
  if (x.of === first && y.of === second) return false
  return x.of === second && y.of === first ? true : undefined
}

const turned = ({ x, y, probes, ...path }: PlotPath): PlotPath => ({
  ...path,
  ...{ x: y, y: x },
  probes: { ...probes, x: probes.y, y: probes.x },
})
