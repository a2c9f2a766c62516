// The way of a training through its parameters: some of its moments, for the picture of the loss around it.
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { prepareNetwork } from '../experiment/networkPrepare.ts'
import type { Floats } from '../networks/floats.ts'
import { kernelsFor } from '../networks/kernels/kernelsFor.ts'
import { sizeOf } from '../networks/network.ts'
import type { Partners } from '../networks/training/partner.ts'
import { sessionOf } from '../networks/training/session.ts'
import type { Kept } from './watchTraining.ts'

export interface Paths {
  /** The batches that were done at each moment. */
  readonly steps: readonly number[]
  /** For each run all parameters at these moments; one that ended before stays at its last finite ones. */
  readonly paths: readonly (readonly Floats[])[]
}

/** Moments of a path at most. */
const most = 64

/**
 * Trains once more as far as it is wanted, or takes what was kept of it where that is enough.
 * @param to batches
 * @yields breaths
 */
export function* trainingPaths(
  experiment: NetworkExperiment,
  to: number,
  {
    before,
    partners,
  }: { readonly before?: Kept | undefined; readonly partners?: Partners | undefined } = {},
): Generator<undefined, Paths> {
  const task = { ...prepareNetwork(experiment), partners }
  const last = Math.min(to, task.pace.steps)
  const kept = before && keptOf(before, experiment, last)
  if (kept) return kept
  const steps = spread(last)
  const size = sizeOf(task.architecture)
  const paths: Floats[][] = []
  for (const run of task.runs) {
    const session = sessionOf(task, run, kernelsFor(size))
    const { network, step } = session.trainer
    const path: Floats[] = [network.parameters.slice()]
    for (const at of steps.slice(1)) {
      while (step() < at && !session.ending()) {
        session.advance()
        yield undefined
      }
      const now = network.parameters.slice()
      path.push(now.every(Number.isFinite) ? now : (path.at(-1) as Floats))
    }
    paths.push(path)
  }
  return { steps, paths }
}

const spread = (last: number): readonly number[] => {
  const count = Math.min(most, last)
  return Array.from({ length: count + 1 }, (_, i) => Math.round((i * last) / Math.max(1, count)))
}

/** Fewer moments are no path. */
const fewest = 12

/** What was kept of the same training, if that is dense enough. */
function keptOf(
  { experiment, watched }: Kept,
  asked: NetworkExperiment,
  last: number,
): Paths | undefined {
  if (JSON.stringify(without(experiment)) !== JSON.stringify(without(asked))) return undefined
  const all = watched.map((run) => run.bequest(last)?.kept ?? [])
  const known = all[0]?.map(({ step }) => step) ?? []
  const isSame = all.every((saved) => saved.map(({ step }) => step).join() === known.join())
  if (!isSame || known.length < Math.min(fewest, last)) return undefined
  const chosen = spread(known.length - 1)
  return {
    steps: chosen.map((i) => known[i] as number),
    paths: all.map((saved) => chosen.map((i) => saved[i]?.parameters as Floats)),
  }
}

/** As it is trained, wherever it is looked at. */
const without = ({ at: _, ...experiment }: NetworkExperiment) => experiment
