import { useDescentLab } from '../../panels/lab/descents.ts'
import { zoomKeysInWords } from '../../panels/plot/zoomKeys.ts'
import { setLook } from './looks.ts'
import { Story } from './Story.tsx'
import styles from './SurfacePlot.module.css'
import type { Seen } from './useLandscape.ts'
import { useLook } from './useLook.ts'
import { ViewOptions } from './ViewOptions.tsx'

interface Props {
  readonly seen: Seen | undefined
}

/** Buttons and words over the plot. */
export function Extras({ seen }: Props) {
  const lab = useDescentLab()
  const isRelief = useLook('3d')
  return (
    <>
      <div className={styles.tools}>
        <button
          type="button"
          aria-pressed={isRelief}
          onClick={() => lab.change(setLook('3d', !isRelief))}
        >
          3-D
        </button>
        <ViewOptions />
      </div>
      <p className="visually-hidden">{zoomKeysInWords}</p>
      <Story critical={seen?.critical ?? []} />
    </>
  )
}
