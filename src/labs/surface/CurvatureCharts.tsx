import { useMemo } from 'react'
import { useStore } from 'zustand'
import { sharpnessOf } from '../../core/analysis/sharpness.ts'
import { lineAt, sliceOf } from '../../core/analysis/slice.ts'
import type { Trace } from '../../core/descent/trace.ts'
import chart from '../../panels/drawer/Drawer.module.css'
import { selectedOf, useDescentLab, useSelected, useShownLater } from '../../panels/lab/descents.ts'
import { playheadOf } from '../../panels/lab/labContext.ts'
import { atRest, useReadableStep } from '../../panels/lab/pace.ts'
import { SharpnessChart } from '../../plot/charts/SharpnessChart.tsx'
import { SliceChart } from '../../plot/charts/SliceChart.tsx'
import { setHyper } from '../../state/edits/runs.ts'
import { preferences } from '../../state/preferences.ts'

/** How sharp it is along the path. */
export function Sharpness() {
  const lab = useDescentLab()
  const shown = useShownLater(atRest)
  const { run, trace } = selectedOf(shown, useSelected())
  const logScale = useStore(preferences, (state) => state.logScale)
  const sharpness = useMemo(
    () => sharpnessOf(shown.prepared, run, trace),
    [shown.prepared, run, trace],
  )
  return (
    <div className={chart.chart}>
      <SharpnessChart sharpness={sharpness} playhead={playheadOf(lab)} logScale={logScale} />
    </div>
  )
}

/** How far the best step along the slope would have gone. */
export function Along() {
  const lab = useDescentLab()
  const shown = useShownLater(atRest)
  const { index, run, trace } = selectedOf(shown, useSelected())
  const step = Math.min(useReadableStep(), trace.f.length - 1)
  const { loss } = shown.prepared
  const slice = useMemo(() => sliceOf(loss, lineAt(trace, step)), [loss, trace, step])
  const hasRate = 'lr' in run.settings && !run.schedule
  const pick = (eta: number) => lab.change(setHyper(index, 'lr', eta), `hyper ${index} lr`)
  return (
    <div className={chart.chart}>
      <SliceChart
        slice={slice}
        along="gradient"
        isTaken={isAlong(trace, step)}
        {...(hasRate && { onPick: pick })}
      />
    </div>
  )
}

/** Whether the step from k goes along the slope, as far as the learning rate says. */
function isAlong({ x, grad, lr }: Trace, k: number): boolean {
  const row = [2 * k, 2 * k + 1]
  return row.every((i) => {
    const wanted = -(lr[k] as number) * (grad[i] as number)
    return (
      Math.abs((x[i + 2] as number) - (x[i] as number) - wanted) <= 1e-9 * (1 + Math.abs(wanted))
    )
  })
}
