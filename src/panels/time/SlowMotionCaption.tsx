import { useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import { Place, useRule } from '../../ui/place.tsx'
import { useDescentLab } from '../lab/descents.ts'
import styles from './SlowMotion.module.css'
import { slowMotionOf } from './slowly.ts'
import { stagesAt } from './slowMotion.ts'

/** What the current line does, in words over the plot; the line itself is lit in the formula. */
export function SlowMotionCaption() {
  const lab = useDescentLab()
  const k = useStore(slowMotionOf(lab), ({ now }) => now?.k)
  const stage = useStore(slowMotionOf(lab), ({ now }) => now?.stage)
  const current = k === undefined || stage === undefined ? undefined : stagesAt(lab, k)[stage]
  useLitLine(current?.line)
  return (
    <p className={styles.caption} role="status" aria-label="Slow motion" hidden={!current}>
      {current?.words}
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
