import type { Run } from '../../core/experiment/prepare.ts'
import { schedules } from '../../core/schedules/index.ts'
import { Select } from '../../ui/Select.tsx'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import { changeLate } from '../lab/lateChange.ts'
import styles from './RunPanel.module.css'

const none = 'none'
const options = [
  { value: none, name: 'None: constant' },
  ...schedules.map(({ id, name }) => ({ value: id, name })),
]

interface Props {
  readonly index: number
  readonly run: Run
}

/** The schedule of a run: which one, and a warm-up before it. */
export function SchedulePicker({ index, run }: Props) {
  const lab = useDescentLab()
  const steps = useDescentState(({ prepared }) => prepared.steps)
  const { schedule } = run
  const firstWarmup = { steps: Math.max(1, Math.round(steps / 5)) }
  return (
    <div className={styles.picked}>
      <label className={styles.warm}>
        <input
          type="checkbox"
          checked={schedule?.isWarmed === true}
          onChange={({ target }) =>
            void changeLate(lab, (of) =>
              of.setWarmup(index, target.checked ? firstWarmup : undefined),
            )
          }
        />
        Warm-up
      </label>
      <Select
        label="Schedule"
        value={schedule?.schedule?.id ?? none}
        options={options}
        onChange={(id) =>
          void changeLate(lab, (of) => of.chooseSchedule(index, id === none ? undefined : id))
        }
      />
    </div>
  )
}
