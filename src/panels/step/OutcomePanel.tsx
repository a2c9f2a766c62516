import { useEffect, useRef, useState } from 'react'
import { counted, plain } from '../../core/number.ts'
import { explain } from '../../core/outcome/telling/explain.ts'
import type { Told } from '../../core/outcome/telling/told.ts'
import { setHyper } from '../../state/edits/runs.ts'
import { follow } from '../../state/lab/pieces.ts'
import {
  type SelectedRun,
  selectedOf,
  useDescentLab,
  useSelected,
  useShownLater,
} from '../lab/descents.ts'
import { afterFrame } from '../lab/pace.ts'
import { useRacerNames } from '../lab/racerNames.ts'
import { Announcer } from './Announcer.tsx'
import styles from './OutcomePanel.module.css'

/** How the run ends, and the way out where it blows up; while it plays, in words for those who listen. */
export function OutcomePanel() {
  const lab = useDescentLab()
  const shown = useShownLater(afterFrame)
  const { index, trace, run } = selectedOf(shown, useSelected())
  const { outcome } = trace
  const told = explain(trace, shown.prepared, run)
  const names = useRacerNames(shown.prepared.runs)
  const name = shown.traces.length > 1 ? names[index] : undefined
  const panel = useRef<HTMLDivElement>(null)
  const rate = useBetterRate(index, told.wish)
  const take = (better: number) => {
    lab.change(setHyper(index, 'lr', better))
    // The button is about to go: the focus stays here.
    panel.current?.focus()
  }
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel} data-kind={outcome.kind}>
      {/* The announcer says it: a slider changes it more often than anyone can speak. */}
      <div role="status" aria-live="off" aria-label="Outcome">
        {name && (
          <strong data-run={index} className={styles.whose}>
            {name}{' '}
          </strong>
        )}
        {told.words}
      </div>
      {told.formula !== undefined && (
        <details>
          <summary>The law behind it</summary>
          <p>{told.formula}</p>
        </details>
      )}
      <Price trace={trace} run={run} />
      {rate !== undefined && (
        <button type="button" onClick={() => take(rate)}>
          {told.wish === 'larger' ? 'Larger' : 'Largest'} learning rate that works: {plain(rate)}
        </button>
      )}
      <Announcer name={name} outcome={name ? `${name}: ${told.words}` : told.words} />
    </div>
  )
}

/** What the run cost, where that is not one evaluation for each step. */
function Price({ trace, run }: Pick<SelectedRun, 'trace' | 'run'>) {
  const { steps, budget } = useShownLater(afterFrame).prepared
  if (budget === 'steps' && !run.optimizer.method) return null
  const calls = trace.evaluations.reduce((a, b) => a + b, 0)
  const over = budget === 'evaluations' ? Math.max(0, calls - steps) : 0
  return (
    <p>
      {counted(calls)} calls of f in {counted(trace.lr.length)} steps
      {trace.probes.step.length > 0 && ', rings where it looked before it stepped'}
      {over > 0 && `, ${over} over the budget: the last step needed more than was left`}
    </p>
  )
}

/** Found by running, in the worker; a newer experiment cancels the search. */
function useBetterRate(run: number, wish: Told['wish']): number | undefined {
  const lab = useDescentLab()
  const { experiment } = useShownLater(afterFrame)
  const [found, setFound] = useState<{ for: unknown; run: number; wish: unknown; rate: number }>()
  useEffect(() => {
    if (!wish) return
    let leave = () => {}
    const search = () => {
      leave = follow(lab.engine.run('betterRate', { experiment, run, wish }), (rate) =>
        setFound({ for: experiment, run, wish, rate }),
      )
    }
    const timer = setTimeout(search, pauseBeforeSearch)
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [wish, experiment, run, lab])
  const isFor = found?.for === experiment && found.run === run && found.wish === wish
  return wish && isFor ? found.rate : undefined
}

/** While a slider is dragged, nobody presses the button. */
const pauseBeforeSearch = 150
