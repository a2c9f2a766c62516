import { optimizers } from '../../core/optimizers/index.ts'
import { addRun } from '../../state/runs.ts'
import { useLab, useLabState } from './lab.ts'
import { RunGroup } from './RunGroup.tsx'
import styles from './RunPanel.module.css'

/** More paths than these nobody can tell apart. */
const mostRuns = 10
/** Up to here every run shows all its controls; beyond, only the selected one does. */
const mostWhole = 4

const ids = optimizers.map(({ id }) => id)

/** The racers, each with its controls. */
export function RunPanel() {
  const lab = useLab()
  const runs = useLabState(({ prepared }) => prepared.runs)
  const selected = useLabState((state) => state.selected)
  const add = () => {
    if (lab.change(addRun(ids))) lab.select(runs.length)
  }
  return (
    <section className={styles.panel} aria-label="Optimizers">
      <header className={styles.bar}>
        <h2>{runs.length > 1 ? `${runs.length} optimizers` : 'Optimizer'}</h2>
        {runs.length < mostRuns && (
          <button type="button" className={styles.small} onClick={add}>
            Add optimizer
          </button>
        )}
      </header>
      <div className={styles.runs}>
        {runs.map((run, index) => (
          <RunGroup
            key={run.label}
            index={index}
            run={run}
            isAlone={runs.length === 1}
            isSelected={index === selected}
            isWhole={runs.length <= mostWhole || index === selected}
          />
        ))}
      </div>
    </section>
  )
}
