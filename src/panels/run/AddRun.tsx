import { optimizers } from '../../core/optimizers/index.ts'
import { addRun } from '../../state/edits/runs.ts'
import { useDescentLab } from '../lab/descents.ts'
import { keepFocus, nameOf } from './keepFocus.ts'
import styles from './RunPanel.module.css'

const ids = optimizers.map(({ id }) => id)

/** Another racer, of an optimizer that does not race yet. */
export function AddRun() {
  const lab = useDescentLab()
  const add = (button: Element) => {
    const { length } = lab.store.getState().prepared.runs
    keepFocus(button, ['[data-adds]', nameOf(length)], () => {
      if (lab.change(addRun(ids))) lab.select(length)
    })
  }
  return (
    <button
      type="button"
      data-adds
      className={styles.small}
      onClick={({ currentTarget }) => add(currentTarget)}
    >
      Add optimizer
    </button>
  )
}
