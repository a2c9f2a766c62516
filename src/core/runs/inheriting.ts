// What a training need not do again because another one did it: they begin in the same way.
import type { RunSpec } from '../experiment/experiment.ts'
import type { Change, NetworkExperiment } from '../experiment/networkExperiment.ts'
import { completedNetwork } from '../experiment/networkParts.ts'

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Up to which step a run of one experiment is the same as a run of another.
 * @returns 0 if they differ from the beginning
 */
export function sharedSteps(
  a: NetworkExperiment,
  b: NetworkExperiment,
  [i, j]: readonly [number, number],
): number {
  const [first, second] = [partsOf(a, i), partsOf(b, j)]
  if (!isSame(first.common, second.common) || !isSame(first.run, second.run)) return 0
  const strange = differing(first.changes, second.changes)
  return Math.min(...strange.map(({ at }) => at), Number.POSITIVE_INFINITY)
}

interface Parts {
  readonly common: object
  readonly run: RunSpec | undefined
  /** Those that concern this run. */
  readonly changes: readonly Change[]
}

function partsOf(experiment: NetworkExperiment, index: number): Parts {
  const { at: _, runs, changes = [], ...common } = completedNetwork(experiment)
  return {
    common,
    run: runs[index],
    changes: changes.flatMap(({ run = 0, hyper, ...change }) => {
      const own = { ...change, ...(run === index && hyper && { hyper }) }
      return own.hyper || own.batch !== undefined ? [own] : []
    }),
  }
}

const differing = (a: readonly Change[], b: readonly Change[]): readonly Change[] => {
  const without = (those: readonly Change[], others: readonly Change[]) =>
    those.filter((one) => !others.some((other) => isSame(one, other)))
  return [...without(a, b), ...without(b, a)]
}
