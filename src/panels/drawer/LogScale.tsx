import { useStore } from 'zustand'
import { preferences, setLogScale } from '../../state/preferences.ts'
import styles from './Drawer.module.css'

/** Whether losses are told apart by ratios. */
export function LogScale() {
  const logScale = useStore(preferences, (state) => state.logScale)
  return (
    <label className={styles.tool}>
      <input
        type="checkbox"
        checked={logScale}
        onChange={(event) => setLogScale(event.target.checked)}
      />
      Log scale
    </label>
  )
}
