import { useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import { Place, useRule } from '../../ui/place.tsx'
import { useDescentLab } from '../lab/descents.ts'
import styles from './SlowMotion.module.css'
import { slowMotionOf } from './slowly.ts'

/** What the current line does, in words over the plot; the line itself is lit in the formula. */
export function SlowMotionCaption() {
  const lab = useDescentLab()
  const words = useStore(slowMotionOf(lab), ({ now }) => now?.words)
  useLitLine(useStore(slowMotionOf(lab), ({ now }) => now?.line))
  return (
    <p
      className={styles.caption}
      role="status"
      // The announcer says it.
      aria-live="off"
      aria-label="Slow motion"
      hidden={!words}
    >
      {words}
    </p>
  )
}

/** Lights a line of the formula, wherever the lab shows it: no component has to know of any other. */
function useLitLine(line: number | undefined): void {
  const rule = useRule(useContext(Place))
  useEffect(() => {
    if (line === undefined) return
    rule.put(
      `[data-line="${line}"]`,
      'background: color-mix(in srgb, var(--step) 14%, transparent); border-radius: 6px;',
    )
    return rule.clear
  }, [rule, line])
}
