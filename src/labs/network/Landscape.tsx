import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { useStore } from 'zustand'
import { preferences } from '../../state/preferences.ts'
import { Region } from '../../ui/place.tsx'
import { LandscapeView } from './landscape/LandscapeView.tsx'
import { usePaths } from './landscape/usePaths.ts'
import { useSlice } from './landscape/useSlice.ts'
import styles from './NetworkLab.module.css'
import { offerPicture, type PictureSource } from './offered.ts'
import { useNetworkLab, useNetworkState, useSelected, useShownTraining } from './useNetwork.ts'

type Plane = 'principal' | 'random'

/** In the place of the pictures: the loss around the way of the training. */
export function Landscape({ onBack }: { readonly onBack: () => void }) {
  const lab = useNetworkLab()
  const { prepared } = useShownTraining()
  const experiment = useNetworkState((state) => state.experiment)
  const selected = useSelected()
  const [plane, setPlane] = useState<Plane>('principal')
  const [seed, setSeed] = useState<number>()
  const { slice, share, problem, compute, cancel } = useSlice(lab.engine)
  const logScale = useStore(preferences, (state) => state.logScale)
  const { steps, whole } = usePaths(lab, experiment)
  const draw = async (next: Plane, from = seed) => {
    setPlane(next)
    const paths = await whole()
    if (!paths) return
    compute({
      experiment,
      paths,
      run: selected,
      plane: next,
      ...(from !== undefined && { seed: from }),
    })
  }
  const onPicture = useCallback((source: PictureSource) => offerPicture(lab, source), [lab])
  const begin = useEffectEvent(() => void draw(plane))
  // Who comes here comes for it.
  useEffect(() => begin(), [])
  const here = useNetworkState(({ playhead }) => {
    const after = steps.findIndex((step) => step >= playhead)
    return after < 0 ? Math.max(0, steps.length - 1) : after
  })
  return (
    <Region name="Loss landscape" className={styles.landscape}>
      <header>
        <h2>Loss landscape</h2>
        <button
          type="button"
          // Who has come here goes on here.
          ref={(button) => button?.focus({ preventScroll: true })}
          onClick={onBack}
        >
          Back to the network
        </button>
      </header>
      <div className={styles.drawn}>
        <LandscapeView
          slice={slice}
          share={share}
          problem={problem}
          names={prepared.runs.map(({ label }) => label)}
          here={here}
          plane={plane}
          log={logScale}
          onPlane={(next) => void draw(next)}
          onCancel={cancel}
          onCompute={() => void draw(plane)}
          onRedraw={() => {
            const next = (seed ?? 0) + 1
            setSeed(next)
            void draw('random', next)
          }}
          onPicture={onPicture}
          onSeek={(moment) => {
            const step = steps[moment]
            if (step !== undefined) lab.seek(step)
          }}
        />
      </div>
    </Region>
  )
}
