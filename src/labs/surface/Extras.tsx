import { setLook, useLooks } from './looks.ts'
import { SlowMotionCaption } from './SlowMotionCaption.tsx'
import { Story } from './Story.tsx'
import styles from './SurfacePlot.module.css'
import type { Seen } from './useLandscape.ts'
import { ViewOptions } from './ViewOptions.tsx'
import { zoomKeysInWords } from './zoomKeys.ts'

interface Props {
  readonly seen: Seen | undefined
}

/** Buttons and words over the plot. */
export function Extras({ seen }: Props) {
  const isRelief = useLooks((state) => state.relief)
  return (
    <>
      <SlowMotionCaption />
      <div className={styles.tools}>
        <button type="button" aria-pressed={isRelief} onClick={() => setLook('relief', !isRelief)}>
          3-D
        </button>
        <ViewOptions />
      </div>
      <p className="visually-hidden">{zoomKeysInWords}</p>
      <Story critical={seen?.critical ?? []} />
    </>
  )
}
