import { useEffect } from 'react'
import { few } from '../core/quote.ts'
import { panels } from '../panels/lab/arrangement.tsx'
import type { Lab } from '../state/lab/lab.ts'
import styles from './FrameBar.module.css'
import { Keys } from './Keys.tsx'

export interface FrameBarProps {
  readonly lab: Lab
  /** Words of the address that name no panel. */
  readonly unknown: readonly string[]
  /** No lab is shown, but a place beside them. */
  readonly isElsewhere: boolean
}

/** All of the shell that a frame in another page has: the way out of it, and the keys. */
export function FrameBar({ lab, unknown, isElsewhere }: FrameBarProps) {
  useEffect(() => {
    if (unknown.length === 0) return
    lab.complain(
      ...lab.store.getState().problems,
      `\`embed\` knows no panel ${few(unknown, '`')}: there are ${panels.join(', ')}`,
    )
  }, [lab, unknown])
  return (
    <footer className={styles.bar}>
      <Way linkOf={isElsewhere ? () => location.hash : lab.link} />
      {!isElsewhere && <Keys lab={lab} />}
    </footer>
  )
}

/** The same in a page of its own. What is shown changes without a word, so the link is made when someone takes it. */
function Way({ linkOf }: { readonly linkOf: () => string }) {
  const address = () => `${location.pathname}${linkOf()}`
  const renew = ({ currentTarget }: { readonly currentTarget: HTMLAnchorElement }) => {
    currentTarget.href = address()
  }
  return (
    <a
      href={address()}
      target="_blank"
      rel="noopener"
      onPointerDown={renew}
      onFocus={renew}
      onClick={renew}
    >
      Open in Descent
    </a>
  )
}
