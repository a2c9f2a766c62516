import type { Run } from '../../core/experiment/prepare.ts'
import { schedules } from '../../core/schedules/index.ts'
import { chooseSchedule, setWarmup } from '../../state/edits/schedules.ts'
import { part } from '../../ui/parts/Part.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Scent } from '../../ui/slider/scentTrack.ts'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import styles from './RunPanel.module.css'

/** Only a schedule has arguments. */
const ScheduleArguments = part(async () => (await import('../more.ts')).ScheduleArguments)

const none = 'none'
const options = [
  { value: none, name: 'None: constant' },
  ...schedules.map(({ id, name }) => ({ value: id, name })),
]

interface Props {
  readonly index: number
  readonly run: Run
  readonly scents: ReadonlyMap<string, Scent>
}

/** The schedule of a run: which one, a warm-up before it, and what they take. */
export function ScheduleControls({ index, run, scents }: Props) {
  const lab = useDescentLab()
  const steps = useDescentState(({ prepared }) => prepared.steps)
  const { schedule } = run
  const firstWarmup = { steps: Math.max(1, Math.round(steps / 5)) }
  return (
    <div className={styles.schedule}>
      <Select
        beside
        label="Schedule"
        value={schedule?.schedule?.id ?? none}
        options={options}
        onChange={(id) => lab.change(chooseSchedule(index, id === none ? undefined : id))}
      />
      <label className={styles.bug}>
        <input
          type="checkbox"
          checked={schedule?.isWarmed === true}
          onChange={({ target }) =>
            lab.change(setWarmup(index, target.checked ? firstWarmup : undefined))
          }
        />
        Warm-up
      </label>
      {schedule && <ScheduleArguments index={index} run={run} scents={scents} />}
    </div>
  )
}
