// panels/run/: racers: optimizer, hyper-parameters, schedule, rule and mistakes.
import { limits } from '../../core/limits.ts'
import { Region } from '../../ui/place.tsx'
import { useDescentState } from '../lab/descents.ts'
import { AddRun } from './AddRun.tsx'
import { RunGroup } from './RunGroup.tsx'
import styles from './RunPanel.module.css'

/** Up to here every run shows all its controls; beyond, only the selected one does. */
const mostWhole = 4

/** The racers, each with its controls. */
export function RunPanel() {
  const runs = useDescentState(({ prepared }) => prepared.runs)
  const selected = useDescentState((state) => state.selected)
  return (
    <Region className={styles.panel} name="Optimizers">
      {runs.length > 1 && (
        <header className={styles.bar}>
          <h2>{runs.length} optimizers</h2>
          {runs.length < limits.racers.most ? <AddRun /> : <p>more would not be told apart</p>}
        </header>
      )}
      <div className={styles.runs} data-scrolls>
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
    </Region>
  )
}
