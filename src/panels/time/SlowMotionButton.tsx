import { useEffect } from 'react'
import { useStore } from 'zustand'
import { arrival } from '../../ui/parts/arrival.ts'
import { useDescentLab } from '../lab/descents.ts'
import styles from './SlowMotion.module.css'
import { slowMotionOf } from './slowly.ts'

const playing = arrival(() => import('./slowMotion.ts'))

/** Plays one update line by line; pressed again, it ends. */
export function SlowMotionButton() {
  const lab = useDescentLab()
  useEffect(() => () => playing.here()?.endSlowMotion(lab), [lab])
  const isOn = useStore(slowMotionOf(lab), ({ now }) => now !== undefined)
  const press = async () => {
    try {
      const { endSlowMotion, playSlowly } = playing.here() ?? (await playing.soon())
      if (isOn) endSlowMotion(lab)
      else playSlowly(lab)
    } catch {
      lab.complain({
        words: 'Slow motion did not load',
        action: { name: 'Try again', act: () => void press() },
      })
    }
  }
  return (
    <button
      type="button"
      className={styles.button}
      aria-pressed={isOn}
      title="One update, line by line"
      onClick={() => void press()}
    >
      Slow motion
    </button>
  )
}
