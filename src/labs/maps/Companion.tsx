import type { ComponentType } from 'react'
import { createPortal } from 'react-dom'
import type { Trace } from '../../core/descent/trace.ts'
import { PreviewContext } from '../../panels/lab/preview.ts'
import styles from './Maps.module.css'
import { Outcomes } from './Outcomes.tsx'
import type { Palette } from './palette.ts'
import type { SeenMap } from './picture.ts'

interface Props {
  /** Shows the run at the mark. */
  readonly Plot: ComponentType | undefined
  readonly preview: Trace | undefined
  readonly seen: readonly SeenMap[]
  readonly palette: Palette | undefined
  readonly isWhole: boolean
  /** Where what becomes of the runs is read, if not below that of the mark; nothing as long as it is not there. */
  readonly beside: HTMLElement | null | undefined
}

/** What stands beside the maps: the run at the mark, and what becomes of the others. */
export function Companion({ Plot, preview, seen, palette, isWhole, beside }: Props) {
  const outcomes = seen.length > 0 && (
    <Outcomes {...{ seen, palette, isWhole }} isShort={beside !== undefined} />
  )
  return (
    <div className={styles.companion}>
      {Plot && (
        <PreviewContext value={preview}>
          <Plot />
        </PreviewContext>
      )}
      {beside === undefined ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        <div className={styles.tables} data-scrolls tabIndex={0}>
          {outcomes}
        </div>
      ) : (
        beside && createPortal(outcomes, beside)
      )}
    </div>
  )
}
