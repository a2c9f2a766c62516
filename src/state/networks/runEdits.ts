// What controls do to single runs of a training. What was changed on the way stays, as far as it still has a meaning.
import type { RunSpec, ScheduleSpec } from '../../core/experiment/experiment.ts'
import { optimizerOf } from '../../core/experiment/lookUp.ts'
import type { Change, NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { completedNetwork } from '../../core/experiment/networkParts.ts'
import { networkRate } from '../../core/experiment/networkRate.ts'
import { networkOptimizers } from '../../core/experiment/networkRuns.ts'
import { prepareRun, type Run } from '../../core/experiment/prepare.ts'
import { type HyperArgument, type HyperValue, isGroup } from '../../core/hyper.ts'
import type { Optimizer } from '../../core/optimizers/optimizer.ts'
import { copied, withRule } from '../edits/rules.ts'
import { freshRun, unused, withHyper } from '../edits/runs.ts'
import { firstWarmup, withArgument, withSchedule, withWarmup } from '../edits/schedules.ts'
import { tried } from '../lab/consider.ts'
import type { Edit } from './changes.ts'

/** A run by its place, in a training of so many batches. */
export interface Which {
  readonly index: number
  readonly steps: number
}

/** One hyper-parameter by the name that the rule uses. */
export const setHyper = ({ index, steps }: Which, name: string, value: HyperValue): Edit =>
  changeRun(index, (run) => withHyper(run, lookedUp(run, steps), [name, value]))

/** Another optimizer: its run begins anew, whatever was changed of it on the way. Its schedule stays if it can. */
export const chooseOptimizer =
  ({ index, steps }: Which, id: string): Edit =>
  (experiment) =>
    keeping(
      changeRun(index, ({ schedule }) => {
        const fresh = freshRun(id, networkRate)
        const scheduled = schedule && { ...fresh, schedule }
        return scheduled && canStart(scheduled, steps) ? scheduled : fresh
      })(experiment),
      ({ run = 0, hyper = {} }) => (run === index ? undefined : { run, hyper }),
    )

/** A schedule of a kind; none without a kind. */
export const chooseSchedule = ({ index, steps }: Which, kind: string | undefined): Edit =>
  changeRun(index, (run) =>
    withSchedule(run, kind, {
      steps,
      lr: Number(lookedUp(run, steps).settings.lr),
      canStart: (scheduled) => canStart(scheduled, steps),
    }),
  )

/** One argument of the schedule by PyTorch's name. */
export const setArgument = ({ index }: Which, key: string, value: HyperArgument): Edit =>
  changeRun(index, (run) => withArgument(run, key, value))

/** Warm-up on or off. */
export const switchWarmup = ({ index, steps }: Which, isOn: boolean): Edit =>
  setWarmup({ index, steps }, isOn ? firstWarmup(steps) : undefined)

/** Warm-up on, with these arguments, or off. */
export const setWarmup = ({ index }: Which, warmup: ScheduleSpec['warmup']): Edit =>
  changeRun(index, (run) => withWarmup(run, warmup))

/** Another text for a written rule. */
export const setRule = ({ index }: Which, rule: string): Edit =>
  another(index, (run) => withRule(run, rule))

/** The rule that trains as text of one's own. */
export const editCopy = ({ index, steps }: Which): Edit =>
  another(index, (run) => copied(run, lookedUp(run, steps)))

const ids = networkOptimizers.filter(({ method }) => !method).map(({ id }) => id)

/** Another run beside the others, of an optimizer that does not train yet and asks nothing of the batches. */
export const addRun: Edit = (experiment) => {
  const { runs } = completedNetwork(experiment)
  return { ...experiment, runs: [...runs, freshRun(unused(ids, runs), networkRate)] }
}

/** Without a run; one is always left. */
export const removeRun =
  (index: number): Edit =>
  (experiment) => {
    const { runs } = completedNetwork(experiment)
    if (runs.length < 2) return experiment
    return keeping({ ...experiment, runs: runs.toSpliced(index, 1) }, ({ run = 0, hyper = {} }) =>
      run === index ? undefined : { run: run > index ? run - 1 : run, hyper },
    )
  }

/** A change by its place among the changes: as if it had never been made. */
export const forget =
  (place: number): Edit =>
  ({ changes = [], ...experiment }) => {
    const left = changes.toSpliced(place, 1)
    return left.length ? { ...experiment, changes: left } : experiment
  }

const changeRun =
  (index: number, change: (run: RunSpec) => RunSpec): Edit =>
  (experiment) => ({
    ...experiment,
    runs: completedNetwork(experiment).runs.map((run, i) => (i === index ? change(run) : run)),
  })

/** A run with another rule that goes on from its own: what was changed on the way stays where the new one has it too. */
const another =
  (index: number, change: (run: RunSpec) => RunSpec): Edit =>
  (experiment) => {
    const before = optimizerOf(completedNetwork(experiment).runs[index] as RunSpec)
    const changed = changeRun(index, change)(experiment)
    const known = optimizerOf(changed.runs?.[index] as RunSpec).hyper
    return keeping(changed, ({ run = 0, hyper = {} }) => {
      if (run !== index) return { run, hyper }
      const kept = inParts(before, hyper).filter(([key]) => Object.hasOwn(known, key))
      return kept.length ? { run, hyper: Object.fromEntries(kept) } : undefined
    })
  }

/** A written rule has no tuples. */
const inParts = ({ hyper: entries }: Optimizer, hyper: NonNullable<Change['hyper']>) =>
  Object.entries(hyper).flatMap(([key, value]): (readonly [string, HyperArgument])[] => {
    const entry = entries[key]
    const isTuple = entry && isGroup(entry) && Array.isArray(value)
    return isTuple ? Object.keys(entry).map((part, i) => [part, value[i]]) : [[key, value]]
  })

type OfRun = Pick<Change, 'run' | 'hyper'>

/** What changes still say of runs; sizes of batches stay. */
function keeping(
  { changes = [], ...experiment }: NetworkExperiment,
  rest: (change: Change) => OfRun | undefined,
): NetworkExperiment {
  const left = changes.flatMap((change): Change[] => {
    const { at, batch } = change
    const { run, hyper } = (change.hyper && rest(change)) ?? {}
    const size = batch !== undefined && { batch }
    return hyper || size ? [{ at, ...(run && { run }), ...(hyper && { hyper }), ...size }] : []
  })
  return left.length ? { ...experiment, changes: left } : experiment
}

/** The run by itself: what its settings are does not depend on the network. */
const lookedUp = (spec: RunSpec, steps: number): Run =>
  prepareRun(spec, { steps, variables: 1, hasMatrices: true })

const canStart = (spec: RunSpec, steps: number) =>
  typeof tried(() => lookedUp(spec, steps)) !== 'string'
