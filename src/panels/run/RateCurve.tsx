import type { Trace } from '../../core/descent/trace.ts'
import { plain } from '../../core/number.ts'
import { StepCurve } from '../../plot/charts/StepCurve.tsx'
import { useShownLater } from '../lab/descents.ts'
import { playheadOf, useLab } from '../lab/labContext.ts'
import { atRest } from '../lab/pace.ts'
import styles from './RunPanel.module.css'

/** The learning rate that each step of a run uses. */
export function RateCurve({ index }: { readonly index: number }) {
  const lab = useLab()
  const { traces } = useShownLater(atRest)
  const trace = traces[index] as Trace | undefined
  if (!trace || trace.lr.length === 0) return null
  const most = trace.lr.reduce((a, b) => Math.max(a, b))
  const least = trace.lr.reduce((a, b) => Math.min(a, b))
  return (
    <div className={styles.rate}>
      <StepCurve
        values={trace.lr}
        playhead={playheadOf(lab)}
        label={`Learning rate over ${trace.lr.length} steps, from ${plain(least, 3)} to ${plain(most, 3)}`}
        title="η"
      />
    </div>
  )
}
