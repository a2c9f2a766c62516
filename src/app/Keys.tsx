import { useId, useRef } from 'react'
import { useStore } from 'zustand'
import type { Key, Lab } from '../state/lab/lab.ts'
import { preferences, setLetterKeys } from '../state/preferences.ts'
import styles from './Keys.module.css'
import { lettersOf, moves, space, useKeys } from './useKeys.ts'

const travels = [
  { shown: 'Ctrl+Z', words: 'undo' },
  { shown: 'Ctrl+Y', words: 'redo (or Ctrl+Shift+Z)' },
]

/** The keys of the page and of its lab. Their list opens with ?. */
export function Keys({ lab }: { readonly lab: Lab }) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const letterKeys = useStore(preferences, (state) => state.letterKeys)
  const letters: readonly Key[] = [
    ...lettersOf(lab),
    { key: 'f', shown: 'F', words: 'full screen', act: (it) => void toggleFullScreen(it) },
    { key: '?', shown: '?', words: 'this list', act: () => dialog.current?.showModal() },
  ]

  // While the page is built there is none.
  useKeys(lab, letters, globalThis.document ?? null)

  return (
    <>
      <button
        type="button"
        aria-label="Keys"
        className={styles.button}
        onClick={() => dialog.current?.showModal()}
      >
        ?
      </button>
      <dialog ref={dialog} aria-labelledby={id} className={styles.dialog}>
        <h2 id={id}>Keys</h2>
        <dl>
          {[space, ...moves, ...travels, ...letters].map(({ shown, words }) => (
            <div key={shown}>
              <dt>
                <kbd>{shown}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input
            type="checkbox"
            checked={letterKeys}
            onChange={(event) => setLetterKeys(event.target.checked)}
          />
          Single letters are keys
        </label>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  )
}

/** Frames and telephones may forbid it. */
async function toggleFullScreen(lab: Lab): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  } catch {
    lab.complain('This browser does not let the page fill the screen')
  }
}
