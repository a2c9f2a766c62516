import styles from './Maps.module.css'

interface Props {
  /** Of all maps, how much is computed; nothing while nobody computes. */
  readonly share: number | undefined
  /** Something of them is not computed. */
  readonly isPartial: boolean
  /** Who has drawn what is there. */
  readonly drawn: string
  readonly onCancel: () => void
  readonly onCompute: () => void
}

/** How far the maps are: at one place, as large as it ever is, so that nothing moves when they are done. */
export function MapProgress({ share, isPartial, drawn, onCancel, onCompute }: Props) {
  if (share !== undefined)
    return (
      <span className={styles.progress}>
        <progress aria-label="Map" value={share} />
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </span>
    )
  if (!isPartial) return <p>{drawn}</p>
  return (
    <button type="button" onClick={onCompute}>
      Compute
    </button>
  )
}
