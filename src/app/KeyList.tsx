import { useStore } from 'zustand'
import type { Key } from '../state/lab/lab.ts'
import { preferences, setLetterKeys } from '../state/preferences.ts'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './KeyList.module.css'

const travels = [
  { shown: 'Ctrl+Z', words: 'undo' },
  { shown: 'Ctrl+Y', words: 'redo (or Ctrl+Shift+Z)' },
]

interface Props {
  /** Those of the lab. */
  readonly keys: readonly Omit<Key, 'act'>[]
  readonly onClose: () => void
}

/** The keys of the page and of its lab, and whether single letters are some. */
export function KeyList({ keys, onClose }: Props) {
  const letterKeys = useStore(preferences, (state) => state.letterKeys)
  return (
    <Dialog title="Keys" className={styles.dialog} onClose={onClose}>
      <dl>
        {[...keys, ...travels].map(({ shown, words }) => (
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
    </Dialog>
  )
}
