import { useMemo } from 'react'
import type { Run } from '../../core/experiment/prepare.ts'
import type { HyperArgument } from '../../core/hyper.ts'
import { setScheduleArgument, setWarmup } from '../../state/edits/schedules.ts'
import type { Scent } from '../../ui/slider/scentTrack.ts'
import { useDescentLab } from '../lab/descents.ts'
import { RateCurve } from './RateCurve.tsx'
import { ScheduleControls } from './ScheduleControls.tsx'

interface Props {
  readonly index: number
  readonly run: Run
  readonly scents: ReadonlyMap<string, Scent>
}

/** What the schedule of a run takes, and the learning rate that comes of it. */
export function ScheduleArguments({ index, run, scents }: Props) {
  const lab = useDescentLab()
  const change = useMemo(
    () => (key: string, value: HyperArgument) =>
      lab.change(setScheduleArgument(index, key, value), `schedule ${index} ${key}`),
    [lab, index],
  )
  const warm = useMemo(
    () => (args: Readonly<Record<string, HyperArgument>>, about: string) =>
      lab.change(setWarmup(index, args), `warmup ${index} ${about}`),
    [lab, index],
  )
  return (
    <>
      <RateCurve index={index} />
      <ScheduleControls run={run} scents={scents} onArgument={change} onWarmup={warm} />
    </>
  )
}
