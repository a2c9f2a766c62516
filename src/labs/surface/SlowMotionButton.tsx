import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useDescentLab } from '../../panels/lab/descents.ts'
import styles from './SlowMotion.module.css'
import { endSlowMotion, playSlowly, slowMotionOf } from './slowMotion.ts'

/** Plays one update line by line; pressed again, it ends. */
export function SlowMotionButton() {
  const lab = useDescentLab()
  useEffect(() => () => endSlowMotion(lab), [lab])
  const isOn = useStore(slowMotionOf(lab), ({ now }) => now !== undefined)
  return (
    <button
      type="button"
      className={styles.button}
      aria-pressed={isOn}
      title="One update, line by line"
      onClick={() => (isOn ? endSlowMotion(lab) : playSlowly(lab))}
    >
      Slow motion
    </button>
  )
}
