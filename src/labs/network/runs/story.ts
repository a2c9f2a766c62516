// What was changed while networks trained, in words.
import { isReached } from '../../../core/experiment/networkChanges.ts'
import type { NetworkExperiment } from '../../../core/experiment/networkExperiment.ts'
import { completedNetwork } from '../../../core/experiment/networkParts.ts'
import type { PreparedNetwork } from '../../../core/experiment/networkPrepare.ts'
import type { Run } from '../../../core/experiment/prepare.ts'
import { isChoice, singles } from '../../../core/hyper.ts'
import { exactFigures, plain } from '../../../core/number.ts'
import { labelOfHyper } from '../../../core/optimizers/label.ts'
import type { Settings } from '../../../core/rules/switches.ts'
import type { Changed } from '../charts/rateView.ts'

/** A change as it is told. */
export interface Told extends Changed {
  /** The epochs that were over by then. */
  readonly epoch: number
  /** Its place among the changes of the experiment. */
  readonly place: number
  /** Whether the training comes to it. */
  readonly isReached: boolean
}

/** All that was changed while it trained, in the order of the batches. */
export function storyOf(
  experiment: NetworkExperiment,
  { runs, pace }: Pick<PreparedNetwork, 'runs' | 'pace'>,
): readonly Told[] {
  const { changes, batch: first } = completedNetwork(experiment)
  const legs = runs.map((run) => [run, ...(run.later ?? []).map((later) => later.run)])
  const inOrder = changes.map((change, place) => ({ ...change, place }))
  inOrder.sort((a, b) => a.at - b.at)
  return inOrder.map(({ at, run = 0, hyper, batch, place }, k) => {
    const earlier = inOrder.slice(0, k)
    const leg = earlier.filter((change) => change.hyper && (change.run ?? 0) === run).length
    const [before, after = before] = legs[run]?.slice(leg, leg + 2) ?? []
    const size = earlier.findLast((change) => change.batch !== undefined)?.batch ?? first
    const of = runs.length > 1 ? `${runs[run]?.label}: ` : ''
    const words = [
      ...(hyper && before && after ? [of + changeOf(before, after, Object.keys(hyper))] : []),
      ...(batch === undefined ? [] : [`batch size ${size} → ${batch}`]),
    ].join(', ')
    const epoch = Math.max(
      0,
      pace.starts.findLastIndex((start) => start <= at),
    )
    const comes = isReached({ at }, pace.steps)
    return {
      at,
      epoch,
      place,
      isReached: comes,
      words,
      ...(hyper && batch === undefined && { run }),
    }
  })
}

/** @param said what the change speaks of, by PyTorch's names */
function changeOf({ optimizer, settings }: Run, after: Run, said: readonly string[]): string {
  const all = Object.entries(optimizer.hyper).flatMap(([key, entry]) => {
    if (!said.includes(key)) return []
    if (isChoice(entry)) {
      const nameOf = (of: Settings) => {
        const [chosen] = [...entry.options].find(([, flag]) => flag && of[flag]) ?? []
        return (chosen ?? entry.value ?? 'none').replaceAll('_', ' ')
      }
      return [{ key, from: nameOf(settings), to: nameOf(after.settings) }]
    }
    return [...singles({ [key]: entry }).keys()].map((name) => ({
      key: name,
      from: told(settings[name]),
      to: told(after.settings[name]),
    }))
  })
  const changed = all.filter(({ from, to }) => from !== to)
  if (changed.length === 0)
    return all.map(({ key, to }) => `${lowered(key)} stays ${to}`).join(', ')
  return changed.map(({ key, from, to }) => `${lowered(key)} ${from} → ${to}`).join(', ')
}

const told = (value: Settings[string] | undefined): string =>
  typeof value === 'boolean' ? (value ? 'on' : 'off') : plain(Number(value), exactFigures)

/** AMSGrad keeps its letters. */
function lowered(key: string): string {
  const label = labelOfHyper(key)
  return /^[A-Z][^A-Z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
