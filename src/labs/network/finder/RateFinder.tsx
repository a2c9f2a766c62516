// labs/network/finder/: which learning rate suits a training: the loss that each of them comes to, found by training.
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { ratesCsv } from '../../../core/export/ratesCsv.ts'
import { verdictOn } from '../../../core/studies/rateVerdict.ts'
import { type Found, finderOf, triesTheSame } from '../../../state/networks/rateFinder.ts'
import { preferences } from '../../../state/preferences.ts'
import { useRunEdits } from '../afterwards.ts'
import { offerRates } from '../offered.ts'
import { useNetworkLab } from '../useNetwork.ts'
import { FinderChart } from './FinderChart.tsx'
import { FinderControls } from './FinderControls.tsx'
import styles from './RateFinder.module.css'
import { type Trying, useTried } from './useTried.ts'
import { effortInWords, foundInWords } from './words.ts'

/** The loss after a training for each learning rate, which is taken by a click, a drag or a key. */
export function RateFinder() {
  const tried = useTried()
  const { found, isOther, find, stop } = useFinder(tried)
  const logScale = useStore(preferences, (state) => state.logScale)
  const { setHyper } = useRunEdits(tried.run)
  // As its slider does: from the batch that is shown on.
  const take = (rate: number) => setHyper('lr', rate)
  const trials = found?.trials ?? nothing
  const verdict = useMemo(() => verdictOn(trials), [trials])
  if (Number.isNaN(tried.present)) return <p>{tried.label} has no learning rate to look for.</p>
  if (tried.epochs === 0) return <p>Nothing is trained in 0 epochs: choose some first.</p>
  const isKnown = found !== undefined && !isOther
  return (
    <div className={styles.finder}>
      {found && (
        <FinderChart
          found={found}
          verdict={verdict}
          isLog={logScale}
          present={tried.present}
          {...(isKnown && { onTake: take })}
        />
      )}
      <div className={styles.aside}>
        <FinderControls
          found={isKnown ? found : undefined}
          tried={tried}
          best={verdict?.best.rate}
          onFind={find}
          onCancel={stop}
          onTake={take}
        />
        <p className={styles.note}>{isOther ? otherwise : noteOf(found, tried)}</p>
        <p role="status">
          {isKnown && !found.isRunning && foundInWords(trials, verdict, found.effort)}
        </p>
      </div>
    </div>
  )
}

const nothing: Found['trials'] = []
const otherwise = 'Something else is trained now: these are the losses of what was before.'

function noteOf(found: Found | undefined, tried: Trying): string {
  if (found?.problem) return found.problem
  const effort = found?.effort ?? tried.effortFor(1)
  const words = effortInWords(effort, tried)
  return found ? words : `${words}, each from the same weights, with the same batches.`
}

/** What is known, and what looks for it: nothing before it is asked for, and no longer than it is looked at. */
function useFinder(tried: Trying) {
  const lab = useNetworkLab()
  const finder = finderOf(lab)
  const found = useStore(finder.store, (state) => state.found)
  const isOther = useMemo(() => found !== undefined && !triesTheSame(found, tried), [found, tried])
  const isEmpty = !found?.trials.length
  useEffect(() => finder.close, [finder])
  useEffect(() => {
    // It stays on offer when the chart is closed.
    if (!isEmpty) offerRates(lab, () => ratesCsv(finder.store.getState().found?.trials ?? nothing))
  }, [isEmpty, lab, finder])
  useEffect(() => {
    if (isOther) finder.stop()
  }, [isOther, finder])
  const { experiment, run, effortFor, ratesFor } = tried
  return {
    ...{ found, isOther, stop: finder.stop },
    find(times: number) {
      const effort = effortFor(times)
      finder.find({ experiment, run, effort, times, rates: ratesFor(effort.rates) })
    },
  }
}
