// A run's arguments as PyTorch's classes take them, checked as PyTorch checks them, by the names that the rule uses.

import { attempt, ExperimentError, type Fault, type Path, refuse } from '../experimentError.ts'
import {
  type Choice,
  type Circumstances,
  defaultOf,
  type Entries,
  type Entry,
  type Hyper,
  type HyperArgument,
  isChoice,
  isHyper,
  isNumbers,
} from '../hyper.ts'
import { limits } from '../limits.ts'
import { plain } from '../number.ts'
import { labelOfHyper } from '../optimizers/label.ts'
import { few } from '../quote.ts'
import type { Settings } from '../rules/switches.ts'

/** What has arguments: an optimizer, a schedule, a warm-up. */
interface Owner {
  readonly name: string
  readonly hyper: Entries
}

export interface Arguments {
  readonly settings: Settings
  readonly lists: Readonly<Record<string, readonly number[]>>
}

type Given = Readonly<Record<string, HyperArgument | undefined>>

/**
 * Every hyper-parameter's value: PyTorch's default where nothing is given.
 * @throws ExperimentError for what PyTorch refuses
 */
function argumentsOf(
  owner: Owner,
  given: Given,
  circumstances: Omit<Circumstances, 'of'>,
): Arguments {
  const faults: Fault[] = []
  attempt(faults, [], () => refuseUnknown(owner, given))
  const settings: Record<string, number | boolean> = {}
  const lists: Record<string, readonly number[]> = {}
  const where: Circumstances = { ...circumstances, of: (name) => Number(settings[name]) }
  for (const [key, entry] of Object.entries(owner.hyper)) {
    const own = Object.hasOwn(given, key) ? given[key] : undefined
    const argument = own === null && mayBeNone(entry) ? undefined : own
    if (argument === undefined && isNeeded(entry))
      throw new ExperimentError(`${owner.name} needs a value for "${key}"`)
    attempt(faults, [key], () => {
      if (isChoice(entry)) Object.assign(settings, chosen(key, entry, argument))
      else if (isNumbers(entry)) lists[key] = listed(key, argument)
      else if (isHyper(entry)) settings[entry.as ?? key] = single(key, entry, argument, where)
      else Object.assign(settings, grouped(owner, key, entry, argument, where))
    })
  }
  refuse(faults)
  return { settings, lists }
}

/** None is what PyTorch says for a default that follows from something else. */
const mayBeNone = (entry: Entry) => isHyper(entry) && typeof entry.value === 'function'

const isNeeded = (entry: Entry): boolean =>
  isNumbers(entry) || (isHyper(entry) && entry.needed === true)

/** A rule of one's own may have more hyper-parameters than anyone wants to read. */
const mostNamed = 16

function refuseUnknown({ name, hyper }: Owner, given: Given): void {
  const unknown = Object.keys(given).filter((candidate) => !Object.hasOwn(hyper, candidate))
  if (unknown.length === 0) return
  const known = Object.keys(hyper)
  const has = known.length > mostNamed ? few(known) : known.join(', ')
  throw new ExperimentError(
    `${name} has no ${few(unknown, '"')}; it ${has ? `has ${has}` : 'takes no arguments'}`,
    { at: unknown.map((key) => [key]) },
  )
}

/**
 * The same for arguments that must suit each other.
 * @param refuses what is said where they do not
 * @throws ExperimentError for what PyTorch refuses
 */
export function suitedArguments(
  owner: Owner,
  given: Given,
  circumstances: Omit<Circumstances, 'of'>,
  refuses: (settings: Settings) => string | undefined,
): Arguments {
  const read = (some: Given) => argumentsOf(owner, some, circumstances)
  const found = read(given)
  const refusal = refuses(found.settings)
  if (!refusal) return found
  const at = culprits(given, (some) => refuses(read(some).settings) === undefined)
  throw new ExperimentError(refusal, { at })
}

/** Which arguments to leave out so that the others suit: one of them, if that is enough. */
function culprits(given: Given, suits: (some: Given) => boolean): Path[] {
  const keys = Object.keys(given)
  const one = keys.find((key) => {
    const { [key]: _, ...rest } = given
    return attempt([], [], () => suits(rest)) ?? false
  })
  return (one === undefined ? keys : [one]).map((key) => [key])
}

function single(
  key: string,
  entry: Hyper,
  argument: HyperArgument | undefined,
  circumstances: Circumstances,
): number | boolean {
  return argument === undefined
    ? defaultOf(entry.value, circumstances)
    : checked(key, entry, argument)
}

function grouped(
  { name }: Owner,
  key: string,
  entry: Readonly<Record<string, Hyper>>,
  argument: HyperArgument | undefined,
  circumstances: Circumstances,
): Record<string, number | boolean> {
  const parts = Object.entries(entry)
  if (argument !== undefined && (!Array.isArray(argument) || argument.length !== parts.length)) {
    const names = parts.map(([part]) => part).join(', ')
    throw new ExperimentError(`"${key}" of ${name} takes ${parts.length} numbers: ${names}`)
  }
  const values = argument as readonly (number | null)[] | undefined
  return Object.fromEntries(
    parts.map(([part, hyper], i) => {
      const value = values?.[i] === null && mayBeNone(hyper) ? undefined : values?.[i]
      return [part, single(part, hyper, value, circumstances)]
    }),
  )
}

function chosen(
  key: string,
  { options, value }: Choice,
  argument: HyperArgument | undefined = value,
): Record<string, boolean> {
  if (typeof argument === 'object' && argument !== null) throw wrongChoice(key, options)
  if (!options.has(argument as string | null)) throw wrongChoice(key, options)
  return Object.fromEntries(
    [...options].flatMap(([option, flag]) => (flag ? [[flag, option === argument]] : [])),
  )
}

const wrongChoice = (key: string, options: Choice['options']) =>
  new ExperimentError(
    `${labelOfHyper(key)} is ${[...options.keys()].map((option) => option ?? 'none').join(' or ')}`,
  )

function listed(key: string, argument: HyperArgument | undefined): readonly number[] {
  const list = typeof argument === 'number' ? [argument] : argument
  if (!Array.isArray(list) || !list.every((value) => Number.isInteger(value) && value >= 0))
    throw new ExperimentError(`${labelOfHyper(key)} are whole numbers, 0 or more`)
  if (list.length > limits.milestones.most)
    throw new ExperimentError(`${labelOfHyper(key)} ${limits.milestones.words}`)
  return list
}

function checked(key: string, { kind }: Hyper, value: HyperArgument): number | boolean {
  const label = labelOfHyper(key)
  const wrong = (what: string) => new ExperimentError(`${label} ${what}`)
  if (kind.scale === 'flag') {
    if (typeof value === 'boolean') return value
    throw wrong('is true or false')
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong('must be a number')
  if (kind.whole && !Number.isInteger(value)) throw wrong('must be a whole number')
  if (kind.nonzero && value === 0) throw wrong('must not be 0')
  if (value < kind.least) throw wrong(`must not be below ${plain(kind.least)}`)
  if (kind.above !== undefined && value <= kind.above)
    throw wrong(`must be above ${plain(kind.above)}`)
  if (kind.most !== undefined && value > kind.most)
    throw wrong(`must not be above ${plain(kind.most)}`)
  if (kind.below !== undefined && value >= kind.below)
    throw wrong(`must be below ${plain(kind.below)}`)
  return value
}
