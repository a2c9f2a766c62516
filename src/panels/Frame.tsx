// What stands around the plot of every lab that shows descents: function, transport, tables, rule and racers.
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import type { DescentLab } from '../state/descents/descents.ts'
import { loadKatex } from '../ui/formula/katex.ts'
import { lightHandlers } from '../ui/light.ts'
import styles from './Frame.module.css'
import { FunctionBar } from './function/FunctionBar.tsx'
import { DescentContext } from './lab/descents.ts'
import { LabContext, useLabState } from './lab/labContext.ts'
import { Announcer } from './step/Announcer.tsx'
import { Clock } from './time/Clock.tsx'
import { DescentTransport } from './time/DescentTransport.tsx'

/** Controls, tables and charts come after the first picture, and formulas with KaTeX. */
const RunPanel = lazy(async () => ({ default: (await import('./run/RunPanel.tsx')).RunPanel }))
const Drawer = lazy(async () => ({ default: (await import('./drawer/Drawer.tsx')).Drawer }))
const UpdateRule = lazy(async () => ({
  default: (await import('./step/UpdateRule.tsx')).UpdateRule,
}))
const OutcomePanel = lazy(async () => ({
  default: (await import('./step/OutcomePanel.tsx')).OutcomePanel,
}))

interface Props {
  readonly lab: DescentLab
  readonly plot: ReactNode
  /** What only this lab has: charts in the drawer, a button in the transport. */
  readonly charts?: ReactNode
  readonly transport?: ReactNode
  /** Words below the controls. */
  readonly notes?: ReactNode
}

/** A lab around its plot. */
export function Frame({ lab, ...parts }: Props) {
  return (
    <LabContext value={lab}>
      <DescentContext value={lab}>
        <Clock lab={lab} />
        <Parts {...parts} />
      </DescentContext>
    </LabContext>
  )
}

function Parts({ plot, charts, transport, notes }: Omit<Props, 'lab'>) {
  const ready = useLabState((state) => state.shown !== undefined)
  useEffect(() => {
    if (ready) void loadKatex()
  }, [ready])
  if (!ready) return null
  return (
    <main className={styles.lab} {...lightHandlers}>
      <div className={styles.picture}>
        <FunctionBar />
        {plot}
        <DescentTransport>{transport}</DescentTransport>
        <Suspense fallback={<div className={styles.drawer} />}>
          <Drawer charts={charts} />
        </Suspense>
      </div>
      <div className={styles.panel}>
        <Suspense fallback={<div className={styles.formulas} />}>
          <UpdateRule />
        </Suspense>
        <Suspense fallback={<div className={styles.formulas} />}>
          <RunPanel />
        </Suspense>
        {notes}
        <Suspense>
          <OutcomePanel />
        </Suspense>
      </div>
      <Announcer />
    </main>
  )
}
