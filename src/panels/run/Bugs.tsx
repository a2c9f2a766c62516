import { bugs } from '../../core/bugs/index.ts'
import { hasPlaceFor } from '../../core/experiment/lookUp.ts'
import type { Run } from '../../core/experiment/prepare.ts'
import { setBug } from '../../state/edits/bugs.ts'
import { useDescentLab, useShownLater } from '../lab/descents.ts'
import { atRest } from '../lab/pace.ts'
import styles from './RunPanel.module.css'

/** The mistakes that can be made with an optimizer, off unless someone wants to see what they do. */
export function Bugs({ index, run }: { readonly index: number; readonly run: Run }) {
  const lab = useDescentLab()
  return (
    <>
      {bugs
        .filter((bug) => hasPlaceFor(run.optimizer, bug))
        .map((bug) => {
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
      {run.bugs.length > 0 && <Comparison index={index} />}
    </>
  )
}

/** Where the right run is to be seen, or that it is the same. */
function Comparison({ index }: { readonly index: number }) {
  const { traces, corrected } = useShownLater(atRest)
  const [wrong, right] = [traces[index], corrected.get(index)]
  if (!wrong || !right) return null
  const isSame = wrong.x.length === right.x.length && wrong.x.every((x, i) => x === right.x[i])
  return (
    <p className={styles.lesson}>
      {isSame
        ? 'With these settings it changes nothing.'
        : 'In grey: the same run without the mistake.'}
    </p>
  )
}
