import type { Run } from '../../core/experiment/prepare.ts'
import { schedules } from '../../core/schedules/index.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './RunPanel.module.css'

const none = 'none'
const options = [
  { value: none, name: 'None: constant' },
  ...schedules.map(({ id, name }) => ({ value: id, name })),
]

interface Props {
  readonly schedule: Run['schedule']
  /** None for a constant learning rate. */
  readonly onKind: (kind: string | undefined) => void
  readonly onWarmup: (isOn: boolean) => void
}

/** The schedule of a run: which one, and a warm-up before it. */
export function SchedulePicker({ schedule, onKind, onWarmup }: Props) {
  return (
    <div className={styles.picked}>
      <label className={styles.warm}>
        <input
          type="checkbox"
          checked={schedule?.isWarmed === true}
          onChange={({ target }) => onWarmup(target.checked)}
        />
        Warm-up
      </label>
      <Select
        label="Schedule"
        value={schedule?.schedule?.id ?? none}
        options={options}
        onChange={(id) => onKind(id === none ? undefined : id)}
      />
    </div>
  )
}
