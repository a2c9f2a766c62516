// What is left of what was said, when what is wrong with it is left out.
import type { Experiment, RunSpec } from '../../core/experiment/experiment.ts'
import type { Parts } from '../../core/experiment/part.ts'
import { parts } from '../../core/experiment/parts.ts'
import { runParts } from '../../core/experiment/runParts.ts'
import type { Path } from '../../core/experimentError.ts'
import { closedUp } from '../edits/racers.ts'
import { byHead, without } from './without.ts'

export interface Left {
  readonly said: Partial<Experiment>
  /** Whether there still is a function; else what was said is for another experiment that has one. */
  readonly hasFunction: boolean
  /** Of each run that is left, the rule that it came with. */
  readonly rules: readonly (string | undefined)[]
}

/** What is left without what stands at some paths: at least one thing less. */
export function leaveOut(left: Left, paths: readonly Path[]): Left {
  const { said, hasFunction, rules } = left
  const { runs, ...others } = said
  const isOfRuns = ([part]: Path) => part === 'runs' && runs !== undefined
  const rest: Partial<Experiment> | undefined = without(
    others,
    paths.filter((path) => !isOfRuns(path)),
  )
  if (!rest || (hasFunction && !isWhole(rest, parts))) return withoutFunction(left)
  if (!runs) return { ...left, said: rest }
  const about = byHead(paths.filter(isOfRuns).map(([, ...path]) => path))
  const kept = runs.map((run, i): RunSpec | undefined => {
    const mended = without(run, about.get(undefined) ?? about.get(String(i)) ?? [])
    return mended && isWhole(mended, runParts) ? mended : undefined
  })
  return {
    said: kept.some(Boolean) ? { ...rest, runs: closedUp(kept) } : rest,
    hasFunction,
    rules: rules.filter((_, i) => kept[i]),
  }
}

const isWhole = <E>(value: Partial<E>, table: Parts<E>): boolean =>
  table.every(({ name, needed }) => !needed || value[name] !== undefined)

/** Function, parameters, start and window belong together. Where there was none any more, nothing is left. */
function withoutFunction({ said, hasFunction, rules }: Left): Left {
  if (!hasFunction) return { said: {}, hasFunction, rules: [] }
  const { f: _, params: __, start: ___, view: ____, ...others } = said
  return { said: others, hasFunction: false, rules }
}
