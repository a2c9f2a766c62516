import { useMemo } from 'react'
import { defaultOf, type HyperArgument, singles } from '../../core/hyper.ts'
import { rolesOf } from '../../core/language/roles.ts'
import { labelOfHyper } from '../../core/optimizers/label.ts'
import type { Run } from '../../core/runs/prepare.ts'
import { schedules } from '../../core/schedules/index.ts'
import { warmup } from '../../core/schedules/warmup.ts'
import { chooseSchedule, setScheduleArgument, setWarmup } from '../../state/runs.ts'
import { Select } from '../../ui/Select.tsx'
import type { Scent } from '../../ui/scent.ts'
import { HyperControls } from './HyperControls.tsx'
import { useLab, useLabState } from './lab.ts'
import { RateCurve } from './RateCurve.tsx'
import styles from './RunPanel.module.css'

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

/** The schedule of a run: which one, its arguments, a warm-up before it, and the learning rate that comes of it. */
export function ScheduleControls({ index, run, scents }: Props) {
  const lab = useLab()
  const { schedule: scheduling, settings, rule } = run
  const roles = useMemo(() => rolesOf(rule), [rule])
  const steps = useLabState(({ prepared }) => prepared.steps)
  const change = useMemo(
    () => (key: string, value: HyperArgument) =>
      lab.change(setScheduleArgument(index, keyOf(run, key), value), `schedule ${index} ${key}`),
    [lab, index, run],
  )
  const schedule = scheduling?.schedule
  return (
    <div className={styles.schedule}>
      <Select
        beside
        label="Schedule"
        value={schedule?.id ?? none}
        options={options}
        onChange={(id) => lab.change(chooseSchedule(index, id === none ? undefined : id))}
      />
      <label className={styles.bug}>
        <input
          type="checkbox"
          checked={scheduling?.isWarmed === true}
          onChange={(event) =>
            lab.change(setWarmup(index, event.target.checked ? firstWarmup(steps) : undefined))
          }
        />
        Warm-up
      </label>
      {scheduling && <RateCurve index={index} />}
      {scheduling?.isWarmed && (
        <HyperControls
          entries={warmup.hyper}
          settings={settings}
          scope="warmup."
          scents={scents}
          roles={roles}
          label={(key) => `Warm-up ${labelOfHyper(key).toLowerCase()}`}
          onChange={(key, value) =>
            lab.change(
              setWarmup(index, { ...warmupOf(run), [key]: value }),
              `warmup ${index} ${key}`,
            )
          }
        />
      )}
      {schedule && (
        <HyperControls
          entries={schedule.hyper}
          settings={settings}
          lists={scheduling.lists}
          scope="schedule."
          scents={scents}
          roles={roles}
          label={labelInSchedule}
          onChange={change}
          onList={change}
        />
      )}
    </div>
  )
}

/** The names that optimizers have too. */
const labelInSchedule = (key: string) =>
  key === 'eps' ? 'Schedule epsilon' : key === 'momentum' ? 'Schedule momentum' : labelOfHyper(key)

/** PyTorch's name of what the rule may call otherwise. */
const keyOf = ({ schedule }: Run, name: string): string =>
  Object.entries(schedule?.schedule?.hyper ?? {}).find(
    ([, entry]) => 'as' in entry && entry.as === name,
  )?.[0] ?? name

const firstWarmup = (steps: number) => ({ steps: Math.max(1, Math.round(steps / 5)) })

/** The warm-up's arguments as they are now. */
const warmupOf = ({ settings }: Run) =>
  Object.fromEntries(
    [...singles(warmup.hyper)].map(([name, { value }]) => [
      name,
      Number(
        settings[`warmup.${name}`] ?? defaultOf(value, { steps: 0, lr: 0, of: () => Number.NaN }),
      ),
    ]),
  )
