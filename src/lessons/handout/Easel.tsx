import { useCallback, useEffect, useState } from 'react'
import { ArrangementContext, type PanelName } from '../../panels/lab/arrangement.tsx'
import { Scene } from '../../scenes/Scene.tsx'
import type { Stage } from '../../scenes/stage.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { drawn, type Figure } from './drawn.ts'
import styles from './Easel.module.css'
import type { Wanted } from './sheets.ts'

const plotAlone = { shown: new Set<PanelName>(['plot']), fills: true }

interface Props {
  readonly stage: Stage
  readonly wanted: Wanted
  readonly onDrawn: (wanted: Wanted, figure: Figure) => void
}

/** A lab beside the page, where nobody comes to it: it stands there until its picture is taken. */
export function Easel({ stage, wanted, onDrawn }: Props) {
  const [open, setOpen] = useState<{ readonly lab: Lab; readonly wanted: Wanted }>()
  const onLab = useCallback((lab: Lab | undefined) => setOpen(lab && { lab, wanted }), [wanted])
  useEffect(() => {
    if (open?.wanted !== wanted) return
    let isLeft = false
    void drawn(open.lab, wanted, () => isLeft).then((figure) => {
      if (figure && !isLeft) onDrawn(wanted, figure)
    })
    return () => {
      isLeft = true
    }
  }, [open, wanted, onDrawn])
  return (
    <div className={styles.easel} data-lab={stage.titleOf(wanted.link)} aria-hidden="true" inert>
      <ArrangementContext value={plotAlone}>
        <Scene stage={stage} link={wanted.link} onLab={onLab} />
      </ArrangementContext>
    </div>
  )
}
