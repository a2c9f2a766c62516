// Networks in training, watched.
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import type { Partners } from '../../core/networks/training/partner.ts'
import { type Paths, trainingPaths } from '../../core/runs/trainingPaths.ts'
import { type Growth, type Kept, type Look, watchTraining } from '../../core/runs/watchTraining.ts'
import { breathing, job, listeningJob } from '../job.ts'

export interface TrainingSpec {
  readonly experiment: NetworkExperiment
  /** Where it is looked first. */
  readonly look: Look
}

interface PathsSpec {
  readonly experiment: NetworkExperiment
  /** So many batches. */
  readonly to: number
}

/** The last training of this worker: one that begins in the same way goes on from there. */
let before: Kept | undefined

const keep = (kept: Kept) => {
  before = kept
}

/** Who computes halves of large batches. */
let partners: Partners | undefined

/** Large networks of this worker are trained with partners from now on. */
export const takePartners = (own: Partners): void => {
  partners = own
}

export const jobs = {
  /** Trains all runs as far as they are looked at, and tells what is new. */
  train: listeningJob<TrainingSpec, Growth, Look>({
    *run({ experiment, look }) {
      const watching = watchTraining(experiment, look, { before, keep, partners })
      for (let heard: Look | undefined; ; ) {
        const growth = watching.next(heard).value
        heard = yield growth && { chunk: growth }
      }
    },
    transfers: ({ runs, seen = [] }) => [
      ...runs.flatMap(({ losses, validation, accuracy, rates }) => [
        ...[losses, validation, accuracy, rates],
      ]),
      ...seen.flatMap(({ moment: { layers: _, responses, ...moment } }) => [
        ...[moment.parameters, moment.gradient, moment.batch, moment.answers],
        ...responses,
      ]),
    ],
    listens: true,
  }),

  /** The way of all runs through their parameters, as far as it is wanted. */
  trainingPaths: job<PathsSpec, Paths>({
    *run({ experiment, to }) {
      yield { chunk: yield* breathing(trainingPaths(experiment, to, { before, partners })) }
    },
    // What was kept stays here.
    transfers: () => [],
  }),
}
