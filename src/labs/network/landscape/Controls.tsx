import { Select } from '../../../ui/Select.tsx'
import styles from './Landscape.module.css'
import type { SliceSpec } from './useSlice.ts'

export type PlaneKind = SliceSpec['plane']

interface Props {
  readonly plane: PlaneKind
  readonly onPlane: (plane: PlaneKind) => void
  /** Of what is computed; nothing while nobody computes. */
  readonly share: number | undefined
  readonly onCancel: () => void
  /** Computes it, or goes on where it was cancelled. */
  readonly onCompute: () => void
  /** Draws other random directions. */
  readonly onRedraw: () => void
}

const planes: readonly { readonly value: PlaneKind; readonly name: string }[] = [
  { value: 'principal', name: 'Principal plane of the path' },
  { value: 'random', name: 'Random directions' },
]

/** Which plane is cut, and how far its slice is. */
export function Controls({ plane, onPlane, share, onCancel, onCompute, onRedraw }: Props) {
  return (
    <div className={styles.controls}>
      <Select label="Plane" beside value={plane} options={planes} onChange={onPlane} />
      {plane === 'random' && (
        <button type="button" onClick={onRedraw}>
          Other directions
        </button>
      )}
      {share === undefined ? (
        <button type="button" onClick={onCompute}>
          Compute
        </button>
      ) : (
        <>
          <progress aria-label="Loss landscape" value={share} />
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        </>
      )}
    </div>
  )
}
