// Trials of learning rates as the page follows them: what is known stays while its chart is closed, until something else is
// tried.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { completedNetwork, networkParts } from '../../core/experiment/networkParts.ts'
import type { Trial } from '../../core/studies/rateTrials.ts'
import type { TrialEffort } from '../../core/studies/trialEffort.ts'
import type { Engine } from '../../engine/client.ts'
import { follow } from '../lab/pieces.ts'

/** What is tried, whatever its rate: a run of a training as it begins. */
export interface Tried {
  readonly experiment: NetworkExperiment
  readonly run: number
}

/** What is known of some rates. */
export interface Found extends Tried {
  readonly effort: TrialEffort
  /** So many times as long as is usual. */
  readonly times: number
  /** All that are tried. */
  readonly rates: readonly number[]
  /** By rising rates. */
  readonly trials: readonly Trial[]
  readonly isRunning: boolean
  readonly problem: string | undefined
}

interface Finder {
  readonly store: StoreApi<{ readonly found: Found | undefined }>
  /** Tries rates in their order; what is known of the same training is not tried again. */
  find(asked: Omit<Found, 'trials' | 'isRunning' | 'problem'>): void
  /** What is known by then stays. */
  stop(): void
  /** The same, and its workers end. */
  close(): void
}

const finders = new WeakMap<object, Finder>()

/** The finder of a lab. */
export function finderOf(lab: { readonly engine: Engine }): Finder {
  const finder = finders.get(lab) ?? createFinder(lab.engine)
  finders.set(lab, finder)
  return finder
}

function createFinder(engine: Engine): Finder {
  const store: Finder['store'] = createStore(() => ({ found: undefined }))
  let leave: (() => void) | undefined
  const change = (part: Partial<Found>) =>
    store.setState(({ found }) => ({ found: found && { ...found, ...part } }))
  const stop = () => {
    leave?.()
    leave = undefined
    change({ isRunning: false })
  }
  return {
    store,
    stop,
    close() {
      stop()
      engine.end('rateTrials')
    },
    find(asked) {
      leave?.()
      const { experiment, run, effort, rates } = asked
      const before = store.getState().found
      const isMore = before && isAsLong(before.effort, effort) && triesTheSame(before, asked)
      const known = isMore ? before.trials.filter(({ rate }) => rates.includes(rate)) : []
      const left = rates.filter((rate) => known.every((trial) => trial.rate !== rate))
      store.setState({ found: { ...asked, trials: known, isRunning: true, problem: undefined } })
      leave = follow(
        engine.run('rateTrials', { experiment, run, effort, rates: left }),
        (trial) => change({ trials: added(store.getState().found?.trials ?? [], trial) }),
        (error) =>
          change({
            isRunning: false,
            problem: error instanceof Error ? error.message : undefined,
          }),
      )
    },
  }
}

const added = (trials: readonly Trial[], trial: Trial): readonly Trial[] =>
  [...trials, trial].sort((a, b) => a.rate - b.rate)

const isAsLong = (a: TrialEffort, b: TrialEffort) => a.epochs === b.epochs && a.points === b.points

const beside = networkParts.filter(
  ({ name, scenic }) => !scenic && name !== 'runs' && name !== 'changes',
)

/** Whether the same is tried: all but the rate, and what was changed of it on the way, is what it was. */
export const triesTheSame = (a: Tried, b: Tried): boolean =>
  withoutRate(a) === withoutRate(b) &&
  beside.every(({ name }) => Object.is(a.experiment[name], b.experiment[name]))

function withoutRate({ experiment, run }: Tried): string {
  const { hyper: { lr: _, ...hyper } = {}, ...rest } = completedNetwork(experiment).runs[run] ?? {}
  return JSON.stringify({ ...rest, hyper })
}
