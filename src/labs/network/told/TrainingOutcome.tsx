// labs/network/told/: where a training stands and how it ended, in words, and the way back where it stopped being
// finite.
import { useMemo, useRef } from 'react'
import { plain } from '../../../core/number.ts'
import type { Seen } from '../../../core/runs/watchTraining.ts'
import { playheadOf } from '../../../panels/lab/labContext.ts'
import { readably, useLaterShown } from '../../../panels/lab/pace.ts'
import styles from '../../../panels/step/OutcomePanel.module.css'
import { Voice } from '../../../panels/step/Voice.tsx'
import { rateAt, replaceRate } from '../../../state/networks/changes.ts'
import { readoutOf } from '../charts/racers.ts'
import { useEpochs, useRacers } from '../drawer/useRacers.ts'
import { useNetworkLab, useNetworkState, useSelected } from '../useNetwork.ts'

/** Where the training stands and how it ended; the way back where it stopped being finite. */
export function TrainingOutcome() {
  const lab = useNetworkLab()
  const { racers: all, reach, last, seen } = useLaterShown(lab, readably)
  const chosen = useSelected()
  const racers = useRacers()
  const epochs = useEpochs()
  // Words come later than choices: a racer may have gone since.
  const selected = Math.min(chosen, seen.length - 1)
  const { moment } = seen[selected] as Seen
  const panel = useRef<HTMLDivElement>(null)
  const { ending } = all[selected] ?? {}
  const racer = racers[selected]
  const place = epochs.epochOf(moment.step)
  const now = racer ? readoutOf(racer, place, epochs.count) : ''
  const isOver = ending && moment.step >= ending.step
  const kind = ending?.kind === 'diverged' ? 'diverged' : isOver ? 'converged' : 'running'
  const name = racers.length > 1 ? racer?.label : undefined
  const words = ending?.kind === 'diverged' || isOver ? ending.message : now
  const watch = useMemo(() => playheadOf(lab).watch, [lab])
  const prepared = useNetworkState((state) => state.prepared)
  const { from, rate } = rateAt(prepared, selected, ending?.step ?? 0)
  const smaller = Number((rate / 10).toPrecision(12))
  const divide = () => {
    if (lab.change(replaceRate(selected, from, smaller))) lab.seek(from)
    panel.current?.focus()
  }
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel} data-kind={kind}>
      <div role="status" aria-live="off" aria-label="Outcome">
        {name && (
          <strong data-run={selected} className={styles.whose}>
            {name}{' '}
          </strong>
        )}
        {words}
        {reach < last && !ending && moment.step < Math.floor(lab.store.getState().playhead) && (
          <> · training goes on</>
        )}
      </div>
      {ending?.kind === 'diverged' && ending.step > 0 && (
        <>
          <button
            type="button"
            onClick={() => {
              lab.pause()
              lab.seek(Math.max(0, ending.step - 1))
            }}
          >
            Go to the last finite step
          </button>
          <button type="button" onClick={divide}>
            Divide the learning rate by 10: {plain(smaller)}
          </button>
        </>
      )}
      <Voice sentences={() => [now]} watch={watch} besides={ending?.message ?? ''} />
    </div>
  )
}
