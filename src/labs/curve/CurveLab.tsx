// The curve lab: descents of functions of one variable.
import { lazy, Suspense, useEffect } from 'react'
import { startClock } from '../../plot/clock.ts'
import { type Lab, lastStep } from '../../state/lab.ts'
import { loadKatex } from '../../ui/katex.ts'
import { lightHandlers } from '../../ui/light.ts'
import { Announcer } from './Announcer.tsx'
import styles from './CurveLab.module.css'
import { CurvePlot } from './CurvePlot.tsx'
import { FunctionBar } from './FunctionBar.tsx'
import { LabContext, useLabState } from './lab.ts'
import { OutcomePanel } from './OutcomePanel.tsx'
import { Transport } from './Transport.tsx'

/** Controls, tables and charts come after the first picture, and formulas with KaTeX. */
const RunPanel = lazy(async () => ({ default: (await import('./RunPanel.tsx')).RunPanel }))
const Drawer = lazy(async () => ({ default: (await import('./Drawer.tsx')).Drawer }))
const UpdateRule = lazy(async () => ({ default: (await import('./UpdateRule.tsx')).UpdateRule }))

export function CurveLab({ lab }: { readonly lab: Lab }) {
  return (
    <LabContext value={lab}>
      <Clock lab={lab} />
      <Parts />
    </LabContext>
  )
}

function Parts() {
  const ready = useLabState((state) => state.shown !== undefined)
  useEffect(() => {
    if (ready) void loadKatex()
  }, [ready])
  if (!ready) return null
  return (
    <main className={styles.lab} {...lightHandlers}>
      <div className={styles.picture}>
        <FunctionBar />
        <CurvePlot />
        <Transport />
        <Suspense fallback={<div className={styles.drawer} />}>
          <Drawer />
        </Suspense>
      </div>
      <div className={styles.panel}>
        <Suspense fallback={<div className={styles.formulas} />}>
          <UpdateRule />
        </Suspense>
        <Suspense fallback={<div className={styles.formulas} />}>
          <RunPanel />
        </Suspense>
        <OutcomePanel />
      </div>
      <Announcer />
    </main>
  )
}

/** Steps a second at speed 1, for short runs and at least; long runs take so many seconds. */
const stepsPerSecond = 4
const longestPlay = 15

/** Moves the playhead while the lab plays. */
function Clock({ lab }: { readonly lab: Lab }) {
  const playing = useLabState((state) => state.playing)
  useEffect(() => {
    if (!playing) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    let exactly = lab.store.getState().playhead
    return startClock((seconds) => {
      const { shown, speed, playhead } = lab.store.getState()
      if (!shown) return
      const last = lastStep(shown)
      // Someone else may have moved the playhead since.
      if (Math.floor(playhead) !== Math.floor(exactly)) exactly = playhead
      exactly += seconds * speed * Math.max(stepsPerSecond, last / longestPlay)
      lab.seek(calm ? Math.floor(exactly) : exactly)
      if (exactly >= last) lab.pause()
    })
  }, [playing, lab])
  return null
}
