import { useMemo } from 'react'
import type { Run } from '../../core/experiment/prepare.ts'
import { defaultOf, type HyperArgument, singles } from '../../core/hyper.ts'
import { labelOfHyper } from '../../core/optimizers/label.ts'
import { rolesOf } from '../../core/rules/roles.ts'
import { warmup } from '../../core/schedules/warmup.ts'
import { NumbersField } from '../../ui/NumbersField.tsx'
import type { Scent } from '../../ui/slider/scentTrack.ts'
import { HyperControls } from './HyperControls.tsx'

type Arguments = Readonly<Record<string, HyperArgument>>

interface Props {
  readonly run: Run
  readonly scents?: ReadonlyMap<string, Scent>
  /** By PyTorch's name. */
  readonly onArgument: (key: string, value: HyperArgument) => boolean
  /** @param about the one of them that is another one now */
  readonly onWarmup: (args: Arguments, about: string) => boolean
}

/** What a schedule takes, and a warm-up before it. */
export function ScheduleControls({ run, scents, onArgument, onWarmup }: Props) {
  const { schedule: scheduling, settings, rule } = run
  const roles = useMemo(() => rolesOf(rule), [rule])
  const change = useMemo(
    () => (key: string, value: HyperArgument) => onArgument(keyOf(run, key), value),
    [onArgument, run],
  )
  const warm = useMemo(
    () => (key: string, value: HyperArgument) => onWarmup({ ...warmupOf(run), [key]: value }, key),
    [onWarmup, run],
  )
  const common = { settings, roles, ...(scents && { scents }) }
  return (
    <>
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
