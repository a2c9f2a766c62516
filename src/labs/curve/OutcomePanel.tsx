import { useEffect, useState } from 'react'
import { plain } from '../../core/number.ts'
import type { Trace } from '../../core/runs/trace.ts'
import { setHyper } from '../../state/edits.ts'
import { useLab } from './lab.ts'
import { afterFrame, useShownLater } from './later.ts'
import styles from './OutcomePanel.module.css'

/** How the run ends, and the way out where it blows up. */
export function OutcomePanel() {
  const lab = useLab()
  const shown = useShownLater(afterFrame)
  const { outcome } = shown.traces[0] as Trace
  const rate = useLargestRate(outcome.kind === 'diverged')
  return (
    <div className={styles.panel} data-kind={outcome.kind}>
      <div role="status" aria-label="Outcome">
        {outcome.message}
      </div>
      {rate !== undefined && (
        <button type="button" onClick={() => lab.change(setHyper('lr', rate))}>
          Largest learning rate that works: {plain(rate)}
        </button>
      )}
    </div>
  )
}

/** Found by running, in the worker; a newer experiment cancels the search. */
function useLargestRate(wanted: boolean): number | undefined {
  const lab = useLab()
  const { experiment } = useShownLater(afterFrame)
  const [found, setFound] = useState<{ for: unknown; rate: number }>()
  useEffect(() => {
    if (!wanted) return
    let current = true
    const search = async () => {
      for await (const rate of lab.engine.run('largestRate', { experiment, run: 0 })) {
        if (!current) return
        setFound({ for: experiment, rate })
      }
    }
    const timer = setTimeout(() => search().catch(() => setFound(undefined)), pauseBeforeSearch)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [wanted, experiment, lab])
  return wanted && found?.for === experiment ? found.rate : undefined
}

/** While a slider is dragged, nobody presses the button. */
const pauseBeforeSearch = 150
