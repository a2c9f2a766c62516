// Arguments by chance for whatever has hyper-parameters, from their own ranges: a new one is drawn unasked.
import fc from 'fast-check'
import {
  type Entries,
  type Entry,
  type Hyper,
  type HyperArgument,
  isChoice,
  isGroup,
  isNumbers,
} from '../../hyper.ts'
import { between, decades } from './randomNumber.ts'

/** More trials in a step than this cost time and show nothing new. */
const mostTrials = 20
const mostMilestone = 25

export type Arguments = Readonly<Record<string, HyperArgument>>

/**
 * Some of the arguments; those that must be given, always.
 * @param always keys that are given too
 */
export function argumentsFor(
  entries: Entries,
  always: readonly string[] = [],
): fc.Arbitrary<Arguments> {
  const isNeeded = (key: string) => {
    const entry = entries[key] as Entry
    return always.includes(key) || (!isGroup(entry) && 'needed' in entry && entry.needed === true)
  }
  const values = Object.entries(entries).map(([key, entry]) => [key, argumentFor(entry)] as const)
  return fc.record(Object.fromEntries(values), {
    requiredKeys: Object.keys(entries).filter(isNeeded),
  }) as fc.Arbitrary<Arguments>
}

function argumentFor(entry: Entry): fc.Arbitrary<HyperArgument> {
  if (isChoice(entry)) return fc.constantFrom(...entry.options.keys())
  if (isNumbers(entry)) return fc.array(fc.nat(mostMilestone), { maxLength: 4 })
  if (isGroup(entry))
    return fc.tuple(...Object.values(entry).map(part)) as fc.Arbitrary<(number | null)[]>
  return entry.kind.scale === 'flag' ? fc.boolean() : number(entry)
}

/** Of a tuple; None where that is a default that follows from something else. */
const part = (hyper: Hyper): fc.Arbitrary<number | null> =>
  typeof hyper.value === 'function' ? fc.oneof(fc.constant(null), number(hyper)) : number(hyper)

/** Mostly from where its slider goes; now and then its bounds, 0 and 1, and what the slider does not reach. */
function number({ kind }: Hyper): fc.Arbitrary<number> {
  const { least, most = Infinity, above = -Infinity, below = Infinity, whole, scale } = kind
  const [from, to] = [kind.range[0], Math.min(kind.range[1], most > mostTrials ? Infinity : most)]
  const usual = scale === 'logarithmic' ? decades(from, to) : between(from, to)
  const width = to - from
  const wide = between(least < 0 ? from - width : from, to + 2 * width)
  const edges = [0, 1, from, to, least, most, above, below].filter(Number.isFinite)
  const fits = (value: number) => value >= least && value <= most && value > above && value < below
  return fc
    .oneof(
      { arbitrary: usual, weight: 8 },
      { arbitrary: fc.constantFrom(...edges), weight: 1 },
      { arbitrary: wide, weight: 1 },
    )
    .map((value) => (whole ? Math.round(value) : value))
    .map((value) => (whole && Number.isFinite(most) ? Math.min(value, mostTrials) : value))
    .filter(fits)
}
