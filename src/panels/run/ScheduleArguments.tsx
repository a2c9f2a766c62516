import { useMemo } from 'react'
import type { Run } from '../../core/experiment/prepare.ts'
import { defaultOf, type HyperArgument, singles } from '../../core/hyper.ts'
import { labelOfHyper } from '../../core/optimizers/label.ts'
import { rolesOf } from '../../core/rules/roles.ts'
import { warmup } from '../../core/schedules/warmup.ts'
import { setScheduleArgument, setWarmup } from '../../state/edits/schedules.ts'
import { NumbersField } from '../../ui/NumbersField.tsx'
import type { Scent } from '../../ui/slider/scentTrack.ts'
import { useDescentLab } from '../lab/descents.ts'
import { HyperControls } from './HyperControls.tsx'
import { RateCurve } from './RateCurve.tsx'

interface Props {
  readonly index: number
  readonly run: Run
  readonly scents: ReadonlyMap<string, Scent>
}

/** What a schedule takes, and the learning rate that comes of it. */
export function ScheduleArguments({ index, run, scents }: Props) {
  const lab = useDescentLab()
  const { schedule: scheduling, settings, rule } = run
  const roles = useMemo(() => rolesOf(rule), [rule])
  const change = useMemo(
    () => (key: string, value: HyperArgument) =>
      lab.change(setScheduleArgument(index, keyOf(run, key), value), `schedule ${index} ${key}`),
    [lab, index, run],
  )
  const warm = useMemo(
    () => (key: string, value: HyperArgument) =>
      lab.change(setWarmup(index, { ...warmupOf(run), [key]: value }), `warmup ${index} ${key}`),
    [lab, index, run],
  )
  const common = { settings, scents, roles }
  return (
    <>
      <RateCurve index={index} />
      {scheduling?.isWarmed && (
        <HyperControls
          {...common}
          entries={warmup.hyper}
          scope="warmup."
          label={labelInWarmup}
          onChange={warm}
        />
      )}
      {scheduling?.schedule && (
        <HyperControls
          {...common}
          entries={scheduling.schedule.hyper}
          scope="schedule."
          label={labelInSchedule}
          onChange={change}
          list={(key, label) => (
            <NumbersField
              key={key}
              label={label}
              value={scheduling.lists[key] ?? []}
              onChange={(value) => change(key, value)}
            />
          )}
        />
      )}
    </>
  )
}

const labelInWarmup = (key: string) => `Warm-up ${labelOfHyper(key).toLowerCase()}`

/** One name that optimizers have too must be another one here. */
const labelInSchedule = (key: string) => (key === 'eps' ? 'Schedule epsilon' : labelOfHyper(key))

/** PyTorch's name of what the rule may call otherwise. */
const keyOf = ({ schedule }: Run, name: string): string =>
  Object.entries(schedule?.schedule?.hyper ?? {}).find(
    ([, entry]) => 'as' in entry && entry.as === name,
  )?.[0] ?? name

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
