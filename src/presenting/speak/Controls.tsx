import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Clock } from '../Clock.tsx'
import { covered, frozen, goTo } from '../moment.ts'
import type { Session } from '../session.ts'
import styles from './Speaker.module.css'

interface Props {
  readonly session: Session
  readonly children: ReactNode
}

/** What the lecturer leads the talk with, by its whole names. */
export function Controls({ session, children }: Props) {
  const { talk, at, cover, held } = useStore(session.store)
  const { change } = session
  const last = talk.scenes.length - 1
  return (
    <div role="toolbar" aria-label="Talk" className={styles.controls}>
      <button
        type="button"
        aria-disabled={at === 0}
        onClick={() => change((m) => goTo(m, m.at - 1))}
      >
        Previous scene
      </button>
      <button
        type="button"
        aria-disabled={at === last}
        onClick={() => change((m) => goTo(m, m.at + 1))}
      >
        Next scene
      </button>
      <span className={styles.place}>
        {at + 1} of {talk.scenes.length}
      </span>
      <button
        type="button"
        aria-pressed={cover === 'black'}
        onClick={() => change((m) => covered(m, 'black'))}
      >
        Black screen
      </button>
      <button
        type="button"
        aria-pressed={held !== undefined}
        title="The wall stands still while you go on here"
        onClick={() => change(frozen)}
      >
        Freeze
      </button>
      <button
        type="button"
        aria-pressed={cover === 'qr'}
        onClick={() => change((m) => covered(m, 'qr'))}
      >
        QR code
      </button>
      {children}
      <Clock session={session} className={styles.clock} />
      <button type="button" onClick={() => change((m) => ({ ...m, timer: { spent: 0 } }))}>
        Reset timer
      </button>
    </div>
  )
}
