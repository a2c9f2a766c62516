import { type ComponentType, useState } from 'react'
import { DescentFrame } from '../../panels/DescentFrame.tsx'
import { useArrangement } from '../../panels/lab/arrangement.tsx'
import type { DescentLab } from '../../state/descents/descents.ts'
import { useMedia, wide } from '../../ui/media.ts'
import styles from './Maps.module.css'
import { Maps } from './Maps.tsx'

export { maps } from './maps.ts'

/**
 * The maps lab.
 * @param plots what shows the run at the mark, by how many variables it has: the other labs' own pictures
 */
export const mapsLab = (plots: readonly ComponentType[]) =>
  function MapsLab({ lab }: { readonly lab: DescentLab }) {
    const isRead = useIsRead()
    const [place, setPlace] = useState<HTMLElement | null>(null)
    return (
      <DescentFrame
        lab={lab}
        variables={offered}
        plot={<Maps plots={plots} beside={isRead ? place : undefined} />}
        tables={null}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        notes={isRead && <div ref={setPlace} className={styles.beside} data-scrolls tabIndex={0} />}
      />
    )
  }

/** Whether words stand beside the maps, and nothing that is set: as on a wall. */
function useIsRead(): boolean {
  const { shown } = useArrangement()
  const isWide = useMedia(wide)
  return isWide && shown?.has('outcome') === true && !shown.has('controls')
}

/** Functions of so many variables are offered. */
const offered = [1, 2]
