// What was changed while a network was trained: how links say it, and what becomes of runs and batches.
import { attempt, ExperimentError, type Fault, refuse, within } from '../experimentError.ts'
import type { Resizing } from '../networks/training/pace.ts'
import { counted } from '../number.ts'
import { type Arguments, readCall, valuesOf, writeCall } from './call.ts'
import type { RunSpec } from './experiment.ts'
import { isCount, isRecord } from './form.ts'
import { optimizerOf } from './lookUp.ts'
import type { Change } from './networkExperiment.ts'
import { type InLinks, readOr, Unreadable } from './part.ts'

const key = 'change'

/** 120(lr=0.01,batch=32): after 120 batches. Of another run than the first one also run=2. */
export const changesInLinks: InLinks<unknown, readonly Change[]> = {
  keys: [{ name: key, words: 'a batch with the settings from there on', example: '120(lr=0.01)' }],
  read(said) {
    const all = said.flatMap((one) => {
      const change = readOr(one, readChange(one.text, one.object))
      return change ? [change] : []
    })
    return all.length ? all : undefined
  },
  write: (changes) =>
    changes.map(({ at, run, hyper, batch }) => [
      key,
      writeCall(String(at), {
        ...(run && { run: run + 1 }),
        ...hyper,
        ...(batch !== undefined && { batch }),
      } as Arguments),
    ]),
}

function readChange(text: string, object: (that: string) => void): Change | Unreadable | undefined {
  const call = readCall(text, object)
  const at = Number(call?.name)
  if (!call || !isCount(at)) return undefined
  const { run, batch, ...hyper } = valuesOf(call.args)
  const change = {
    at,
    ...(run !== undefined && { run: Number(run) - 1 }),
    ...(Object.keys(hyper).length && { hyper }),
    ...(batch !== undefined && { batch }),
  }
  return isChange(change) ? change : new Unreadable('a change is written as 120(lr=0.01,batch=32)')
}

export const isChange = (value: unknown): value is Change =>
  isRecord(value) &&
  isCount(value.at) &&
  (value.run === undefined || isCount(value.run)) &&
  (value.hyper === undefined || isRecord(value.hyper)) &&
  (value.batch === undefined ||
    value.batch === 'full' ||
    (isCount(value.batch) && value.batch !== 0)) &&
  Object.keys(value).every((name) => ['at', 'run', 'hyper', 'batch'].includes(name))

const inOrder = (changes: readonly Change[]) => [...changes].sort((a, b) => a.at - b.at)

/** Whether a training of so many batches comes to a change: with the last batch it is over. */
export const isReached = ({ at }: Pick<Change, 'at'>, steps: number): boolean => at < steps

/** What is to be said of changes that a training of so many batches does not come to. They are kept: it may get longer. */
export function unreachedInWords(changes: readonly Change[], steps: number): string | undefined {
  const late = inOrder(changes).filter((change) => !isReached(change, steps))
  const [first] = late
  if (!first) return undefined
  const batch = `batch ${counted(first.at)}`
  const [what, it] =
    late.length === 1
      ? [`the change from ${batch} on has`, 'it']
      : [`the ${late.length} changes from ${batch} on have`, 'them']
  return `Training ends after ${counted(steps)} ${steps === 1 ? 'batch' : 'batches'}, so ${what} no effect: choose more epochs, or forget ${it} beside the optimizers`
}

/** The sizes of batches that changes ask for. */
export const resizingsIn = (changes: readonly Change[], count: number): readonly Resizing[] =>
  inOrder(changes).flatMap(({ at, batch }) =>
    batch === undefined ? [] : [{ at, batch: batch === 'full' ? count : Math.min(batch, count) }],
  )

interface Leg {
  readonly at: number
  readonly spec: RunSpec
}

/**
 * What each run is after each of its changes.
 * @throws ExperimentError if a change is of no run, or of what its run has not
 */
export function legsIn(
  changes: readonly Change[],
  specs: readonly RunSpec[],
): readonly (readonly Leg[])[] {
  const faults: Fault[] = []
  const legs = specs.map((): Leg[] => [])
  for (const change of inOrder(changes)) {
    const { at, run = 0, hyper } = change
    if (!hyper) continue
    attempt(faults, ['changes', changes.indexOf(change)], () => {
      const before = legs[run]?.at(-1)?.spec ?? specs[run]
      if (!before) throw new ExperimentError(`A change is of run ${run + 1}, and there is none`)
      within(['hyper'], () => checkKnown(before, hyper))
      legs[run]?.push({ at, spec: { ...before, hyper: { ...before.hyper, ...hyper } } })
    })
  }
  refuse(faults)
  return legs
}

function checkKnown(spec: RunSpec, hyper: NonNullable<Change['hyper']>): void {
  const { hyper: entries, name } = optimizerOf(spec)
  const known = Object.keys(entries)
  const strange = Object.keys(hyper).find((one) => !known.includes(one))
  if (strange !== undefined)
    throw new ExperimentError(`${name} has no ${strange}: a change sets ${known.join(', ')}`)
}
