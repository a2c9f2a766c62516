// What is changed while a network trains holds from the next batch on: the training before that stays as it was.
import type { RunSpec } from '../../core/experiment/experiment.ts'
import type { Change, NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { completedNetwork } from '../../core/experiment/networkParts.ts'
import type { PreparedNetwork } from '../../core/experiment/networkPrepare.ts'
import type { HyperArgument } from '../../core/hyper.ts'

export type Edit = (experiment: NetworkExperiment) => NetworkExperiment

/** The experiment with what holds after so many batches as what it begins with. */
export function asOf(experiment: NetworkExperiment, at: number): NetworkExperiment {
  const { changes = [], ...rest } = experiment
  const before = changes.filter((change) => change.at <= at)
  const runs = completedNetwork(experiment).runs.map((run, i): RunSpec => {
    const set = before.filter(({ run: of = 0 }) => of === i).map(({ hyper }) => hyper)
    return set.some(Boolean) ? { ...run, hyper: Object.assign({}, run.hyper, ...set) } : run
  })
  const batch = before.findLast((change) => change.batch !== undefined)?.batch
  return { ...rest, runs, ...(batch !== undefined && { batch }) }
}

/**
 * An edit of hyper-parameters or of the batch size as a change after so many batches; what is changed later by other
 * changes is forgotten, since one goes on from here. An edit of anything else stays what it is.
 */
export const whileTraining =
  (edit: Edit, at: number): Edit =>
  (experiment) => {
    const now = asOf(experiment, at)
    const next = edit(now)
    const found = differences(now, next)
    if (!found) return edit(experiment)
    const kept = (experiment.changes ?? []).filter((change) => change.at < at)
    const here = (experiment.changes ?? []).filter((change) => change.at === at)
    return { ...experiment, changes: [...kept, ...merged(here, found, at)] }
  }

/** An edit as it would hold from the beginning: whoever looks at what holds after so many batches changes that. */
export const fromBeginning =
  (edit: Edit, at: number): Edit =>
  (experiment) =>
    experiment.changes ? edit(asOf(experiment, at)) : edit(experiment)

interface Differences {
  /** By run. */
  readonly hyper: readonly (Readonly<Record<string, HyperArgument>> | undefined)[]
  readonly batch?: NonNullable<NetworkExperiment['batch']>
}

/** Nothing where more than settings differs. */
function differences(before: NetworkExperiment, after: NetworkExperiment): Differences | undefined {
  const { runs: was = [], batch: wasBatch, ...rest } = before
  const { runs: is = [], batch, ...others } = after
  if (!isSame(rest, others) || was.length !== is.length) return undefined
  const pairs = is.map((run, i) => [was[i] as RunSpec, run] as const)
  if (pairs.some(([a, b]) => !isSame({ ...a, hyper: {} }, { ...b, hyper: {} }))) return undefined
  const hyper = pairs.map(([a, b]) => {
    const changed = Object.entries(b.hyper ?? {}).filter(
      ([key, value]) => !isSame(value, a.hyper?.[key]),
    )
    return changed.length ? Object.fromEntries(changed) : undefined
  })
  const isOther = batch !== undefined && batch !== wasBatch
  return { hyper, ...(isOther && { batch }) }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** One change for each run, and one for the batch, at one batch. */
function merged(here: readonly Change[], { hyper, batch }: Differences, at: number): Change[] {
  const runs = new Map<number, Change>()
  for (const { run = 0, hyper: set } of [
    ...here,
    ...hyper.map((set, run) => ({ run, hyper: set })),
  ])
    if (set) runs.set(run, { at, ...(run && { run }), hyper: { ...runs.get(run)?.hyper, ...set } })
  const size = batch ?? here.findLast((change) => change.batch !== undefined)?.batch
  return [...runs.values(), ...(size === undefined ? [] : [{ at, batch: size }])]
}

const lr = 'lr'

/** Where the learning rate comes from that a run has at a batch, and how large it is there before its schedule. */
export function rateAt(
  { runs }: Pick<PreparedNetwork, 'runs'>,
  run: number,
  batch: number,
): { readonly from: number; readonly rate: number } {
  const legs = [{ at: 0, run: runs[run] }, ...(runs[run]?.later ?? [])].filter(
    ({ at }) => at <= batch,
  )
  const rate = Number(legs.at(-1)?.run?.settings[lr])
  const first = legs.findLastIndex(
    (leg, i) => i === 0 || Number(legs[i - 1]?.run?.settings[lr]) !== Number(leg.run?.settings[lr]),
  )
  return { from: legs[first]?.at ?? 0, rate }
}

/** Another learning rate in the place of the one that a run has at a batch: from where that was set. */
export const replaceRate =
  (run: number, from: number, rate: number): Edit =>
  (experiment) => {
    const { changes = [] } = experiment
    const isOfIt = ({ at, run: of = 0, hyper }: Change) =>
      at === from && of === run && hyper?.[lr] !== undefined
    if (changes.some(isOfIt))
      return {
        ...experiment,
        changes: changes.map((change) =>
          isOfIt(change) ? { ...change, hyper: { ...change.hyper, [lr]: rate } } : change,
        ),
      }
    const runs = completedNetwork(experiment).runs.map((spec, i) =>
      i === run ? { ...spec, hyper: { ...spec.hyper, [lr]: rate } } : spec,
    )
    return { ...experiment, runs }
  }
