// A training that is watched: it goes where the watcher looks, and what is seen there is told; what was trained before is
// kept, as far as there is room, so that one can go back.
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { type PreparedNetwork, prepareNetwork } from '../experiment/networkPrepare.ts'
import type { Kernels } from '../networks/kernel.ts'
import { kernelsFor } from '../networks/kernels/kernelsFor.ts'
import type { Moment } from '../networks/moment.ts'
import { sizeOf } from '../networks/network.ts'
import type { Trainee } from '../networks/training/course.ts'
import { remembersAll } from '../networks/training/course.ts'
import type { Partners } from '../networks/training/partner.ts'
import { type GrownRun, type WatchedRun, watchedRun } from '../networks/training/watchedRun.ts'
import { type Breaths, type Ears, everyone } from './everyone.ts'
import { sharedSteps } from './inheriting.ts'

/** What is to be looked at. */
export interface Look {
  /** Before so many batches. */
  readonly at: number
  /** The parameter whose update is followed, by its place among all. */
  readonly parameter?: number | undefined
}

/** What is new. */
export interface Growth {
  /** One for each run. */
  readonly runs: readonly GrownRun[]
  /** The batches that every run has done, unless it is over. */
  readonly reached: number
  /** Of each run: as near to what is looked at as it has come; one that ended before stays at its end. */
  readonly seen?: readonly Seen[]
  /** Nothing is left to do before something else is looked at. */
  readonly isAtRest: boolean
}

export interface Seen {
  readonly moment: Moment
  /** The parameter that is followed, by its place among all. */
  readonly parameter?: number
  /** What the optimizer remembers of it, by the names of its slots. */
  readonly slots?: Readonly<Record<string, number>>
}

/** A training that was watched: what it has done need not be done again. */
export interface Kept {
  readonly experiment: NetworkExperiment
  readonly watched: readonly WatchedRun[]
}

interface Watching {
  readonly kernelsOf?: (parameters: number) => Kernels
  /** Who may compute halves of large batches. */
  readonly partners?: Partners | undefined
  /** The one before. */
  readonly before?: Kept | undefined
  /** Takes this one, for whoever comes after it. */
  readonly keep?: (kept: Kept) => void
}

/** Multiplications of a training that is over in a moment: it is trained to its end at once. */
const quick = 3e9
/** Multiplications between two breaths. */
const slice = 2.5e7
/** Bytes for what is kept of all runs. */
const budget = 128 * 2 ** 20

/**
 * Trains what an experiment says as far as it is looked at, or to its end where that is a matter of moments.
 * @yields what is new; nothing where it only breathes, on the way to that
 * @throws ExperimentError if there is nothing to train
 */
export function* watchTraining(
  experiment: NetworkExperiment,
  first: Look,
  { kernelsOf = kernelsFor, before, keep, partners }: Watching = {},
): Generator<Growth | undefined, never, Look | undefined> {
  const task = { ...prepareNetwork(experiment), partners }
  const { pace, runs } = task
  const work = workOf(task)
  const isQuick = work * pace.steps * runs.length <= quick
  const few = Math.max(1, Math.floor(slice / work))
  const watching = { kernelsOf, few, budget: budget / runs.length }
  const watched = runs.map((run, i) =>
    watchedRun(task, run, {
      ...watching,
      bequest: before && bequestOf(before, experiment, [run, i]),
    }),
  )
  keep?.({ experiment, watched })
  const isOver = () => watched.every((run) => run.isOver())
  const told = { at: -1, parameter: -1 as number | undefined }
  const ears: Ears<Look> = {}
  let look = first
  for (;;) {
    const { parameter } = look
    const at = Math.min(look.at, pace.steps)
    let seen: readonly Seen[] | undefined
    if (told.at !== at || told.parameter !== parameter) {
      const isAhead = yield* goAhead(watched, { at, few, last: pace.steps }, ears)
      const arrived = yield* everyone(watched, (run) => run.arrive(at, few), ears)
      if (arrived.every(Boolean)) Object.assign(told, { at, parameter })
      // On the way ahead everyone is seen; on the way back only who has arrived.
      if (isAhead || arrived.every(Boolean))
        seen = yield* everyone(watched, (run) => seenOf(run, parameter), ears)
    } else if (isQuick) yield* everyone(watched, (run) => run.goTo(pace.steps, few), ears)
    const isRest = told.at === at && told.parameter === parameter && (!isQuick || isOver())
    const heard = yield {
      runs: watched.map((run) => run.grown()),
      reached: Math.min(...watched.map((run) => (run.isOver() ? pace.steps : run.reached()))),
      isAtRest: isRest && isSame(ears.heard ?? look, look),
      ...(seen && { seen }),
    }
    look = heard ?? ears.heard ?? look
    delete ears.heard
  }
}

/** Trains on those who are not there yet. @returns whether there were any, and all came as far as they were to */
function* goAhead(
  watched: readonly WatchedRun[],
  { at, few, last }: { readonly at: number; readonly few: number; readonly last: number },
  ears: Ears<Look>,
): Breaths<boolean, Look> {
  const behind = watched.filter((run) => !run.isOver() && (run.reached() < at || at === last))
  const went = yield* everyone(behind, (run) => run.goTo(at, few), ears)
  return went.length > 0 && went.every(Boolean)
}

const seenOf = (run: WatchedRun, parameter: number | undefined): Seen => ({
  moment: run.moment(),
  ...(parameter !== undefined && { parameter, slots: run.slots(parameter) }),
})

const isSame = (a: Look, b: Look) => a.at === b.at && a.parameter === b.parameter

/** What a run need not do again: of the run before that has gone the same way for the longest time. */
function bequestOf(
  { experiment, watched }: Kept,
  now: NetworkExperiment,
  [run, index]: readonly [Trainee, number],
) {
  const shared = watched.map((_, i) => sharedSteps(experiment, now, [i, index]))
  const most = Math.max(...shared)
  const bequest = most > 0 ? watched[shared.indexOf(most)]?.bequest(most) : undefined
  if (!bequest) return undefined
  const { memory, step } = bequest.saved
  return remembersAll(memory, step, run) ? bequest : undefined
}

/** Multiplications of a step, forward and backward. */
const workOf = ({ architecture, pace }: PreparedNetwork) => 3 * sizeOf(architecture) * pace.most
