import { type ReactNode, useEffect, useState } from 'react'
import type { Lab } from '../state/lab/lab.ts'
import type { OpenLab } from './entry.ts'
import { Problem } from './Problem.tsx'
import type { Stage } from './stage.ts'
import { lettersOf, useKeys } from './useKeys.ts'

interface Props {
  readonly stage: Stage
  readonly link: string
  /** What shows it, once it does. */
  readonly onLab?: (lab: Lab | undefined) => void
  /** Whether keys mean it wherever on the page they are pressed. */
  readonly isAlone?: boolean
  readonly className?: string | undefined
}

/** A lab that shows what a link says, and what is made of it there. */
export function Scene({ stage, link, onLab, isAlone, className }: Props): ReactNode {
  const [open, setOpen] = useState<OpenLab>()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => {
    let isLeft = false
    void stage.open(link).then((it) => {
      if (isLeft) return
      setOpen(it)
      onLab?.(it.lab)
    })
    return () => {
      isLeft = true
    }
  }, [stage, link, onLab])
  useEffect(() => stage.rest, [stage])
  return (
    <section ref={setPlace} aria-label={`${stage.titleOf(link)} lab`} className={className}>
      {open && (
        <>
          <SceneKeys lab={open.lab} place={isAlone ? document : place} />
          <Problem lab={open.lab} />
          {open.view}
        </>
      )}
    </section>
  )
}

interface KeysProps {
  readonly lab: Lab
  readonly place: Document | HTMLElement | null
}

function SceneKeys({ lab, place }: KeysProps) {
  useKeys(lab, lettersOf(lab), place)
  return null
}
