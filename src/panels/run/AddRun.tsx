import { optimizers } from '../../core/optimizers/index.ts'
import { addRun } from '../../state/edits/runs.ts'
import { useDescentLab } from '../lab/descents.ts'
import styles from './RunPanel.module.css'

const ids = optimizers.map(({ id }) => id)

/** Another racer, of an optimizer that does not race yet. */
export function AddRun() {
  const lab = useDescentLab()
  const add = () => {
    const { length } = lab.store.getState().prepared.runs
    if (lab.change(addRun(ids))) lab.select(length)
  }
  return (
    <button type="button" data-adds className={styles.small} onClick={add}>
      Add optimizer
    </button>
  )
}
