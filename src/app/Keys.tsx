import { useState } from 'react'
import { lettersOf, moves, space, useKeys } from '../scenes/useKeys.ts'
import type { Key, Lab } from '../state/lab/lab.ts'
import { toggleFullScreen } from '../ui/fullScreen.ts'
import { part } from '../ui/parts/Part.tsx'
import styles from './Keys.module.css'

const KeyList = part(async () => (await import('./dialogs.ts')).KeyList)

interface Props {
  readonly lab: Lab
  /** In a frame of another page nobody presents. */
  readonly onPresent?: () => void
}

/** The keys of the page and of its lab. Their list opens with ?. */
export function Keys({ lab, onPresent }: Props) {
  const [isListed, list] = useState(false)
  const letters: readonly Key[] = [
    ...lettersOf(lab),
    ...(onPresent ? [{ key: 'p', shown: 'P', words: 'presenter mode', act: onPresent }] : []),
    { key: 'f', shown: 'F', words: 'full screen', act: (it) => void fillScreen(it) },
    { key: '?', shown: '?', words: 'this list', act: () => list(true) },
  ]

  // While the page is built there is none.
  useKeys(lab, letters, globalThis.document ?? null)

  return (
    <>
      <button type="button" aria-label="Keys" className={styles.button} onClick={() => list(true)}>
        ?
      </button>
      {isListed && <KeyList keys={[space, ...moves, ...letters]} onClose={() => list(false)} />}
    </>
  )
}

async function fillScreen(lab: Lab): Promise<void> {
  if (!(await toggleFullScreen()))
    lab.complain('This browser does not let the page fill the screen')
}
