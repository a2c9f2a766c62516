import { bugs } from '../../core/bugs/index.ts'
import { hasPlaceFor } from '../../core/runs/lookUp.ts'
import type { Run } from '../../core/runs/prepare.ts'
import { setBug } from '../../state/runs.ts'
import { useLab } from './lab.ts'
import styles from './RunPanel.module.css'

/** The mistakes that can be made with this optimizer, off unless someone wants to see what they do. */
export function BugZoo({ index, run }: { readonly index: number; readonly run: Run }) {
  const lab = useLab()
  const possible = bugs.filter((bug) => hasPlaceFor(run.optimizer, bug))
  if (possible.length === 0) return null
  return (
    <details className={styles.zoo} open={run.bugs.length > 0 || undefined}>
      <summary>Bug zoo</summary>
      {possible.map((bug) => {
        const isMade = run.bugs.includes(bug)
        return (
          <div key={bug.id}>
            <label className={styles.bug}>
              <input
                type="checkbox"
                checked={isMade}
                onChange={(event) => lab.change(setBug(index, bug.id, event.target.checked))}
              />
              {bug.name}
            </label>
            {isMade && <p className={styles.lesson}>{bug.lesson}</p>}
          </div>
        )
      })}
      {run.bugs.length > 0 && (
        <p className={styles.lesson}>Dotted in grey: the same run without the mistake.</p>
      )}
    </details>
  )
}
