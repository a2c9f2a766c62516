import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useDescentLab } from '../../panels/lab/descents.ts'
import styles from './SlowMotion.module.css'
import { slowMotionOf, stagesAt } from './slowMotion.ts'

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

/** Lights a line of the formula, wherever it is shown: no component has to know of any other. */
function useLitLine(line: number | undefined): void {
  useEffect(() => {
    if (line === undefined) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `[data-line="${line}"] { background: color-mix(in srgb, var(--step) 14%, transparent); border-radius: 6px; }`,
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [line])
}
