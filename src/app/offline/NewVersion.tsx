import { useStore } from 'zustand'
import styles from './NewVersion.module.css'
import type { watchVersions } from './versions.ts'

interface Props extends Pick<ReturnType<typeof watchVersions>, 'store' | 'dismiss'> {
  readonly onReload: () => void
}

/** Says that there is a new version, and takes nobody away from what they do. */
export function NewVersion({ store, dismiss, onReload }: Props) {
  const { isNew, isComing } = useStore(store)
  return (
    <div role="status" aria-label="Version" className={styles.place}>
      {isNew && (
        <div className={styles.notice}>
          <p>{isComing ? 'The new version is coming.' : 'A new version is here.'}</p>
          <button type="button" aria-disabled={isComing} onClick={isComing ? undefined : onReload}>
            Reload
          </button>
          <button type="button" onClick={dismiss}>
            Later
          </button>
        </div>
      )}
    </div>
  )
}
