import { line } from 'd3'
import { useMemo } from 'react'
import type { Trace } from '../../core/descent/trace.ts'
import { Area } from '../../plot/Area.tsx'
import { pathFromAbove, pathOnCurve } from '../../plot/paths/plotPath.ts'
import type { View } from '../../plot/view.ts'
import styles from './Preview.module.css'

/** More points are no longer seen. */
const most = 2000

/** The path of a run that someone points at elsewhere. */
export function Preview({ view, trace }: { readonly view: View; readonly trace: Trace }) {
  const d = useMemo(() => {
    const { x, y } = (trace.x.length === trace.f.length ? pathOnCurve : pathFromAbove)(trace)
    const points = Array.from(x.subarray(0, most), (at, k) => [view.x(at), view.y(y[k] as number)])
    return line()(
      points.filter(([a, b]) => Number.isFinite((a ?? 0) + (b ?? 0))) as [number, number][],
    )
  }, [view, trace])
  return (
    <Area view={view}>
      <path className={styles.preview} d={d ?? ''} />
    </Area>
  )
}
