// Arguments as someone writes them: what differs from the default, and what must be given.
import {
  type Circumstances,
  defaultOf,
  type Entries,
  type Entry,
  type Hyper,
  isChoice,
  isGroup,
  isHyper,
  isNumbers,
} from '../../hyper.ts'
import type { Settings } from '../../rules/switches.ts'
import { single, variant } from './literal.ts'

export interface Given {
  readonly settings: Settings
  readonly lists?: Readonly<Record<string, readonly number[]>>
}

/** Each argument in Python that is needed, or differs from its default, or is asked for by its key. */
export function argumentsIn(
  entries: Entries,
  { settings, lists = {} }: Given,
  place: Omit<Circumstances, 'of'>,
  always: readonly string[] = [],
): Map<string, string> {
  const where: Circumstances = { ...place, of: (n) => Number(settings[n]) }
  const value = (n: string, hyper: Hyper) => settings[n] ?? defaultOf(hyper.value, where)
  const isUsual = (n: string, hyper: Hyper) =>
    !hyper.needed && value(n, hyper) === defaultOf(hyper.value, where)
  const isShort = (key: string, entry: Entry) => {
    if (isNumbers(entry)) return false
    if (isChoice(entry)) return chosen(entry, settings) === entry.value
    if (isGroup(entry)) return Object.entries(entry).every(([n, hyper]) => isUsual(n, hyper))
    return isUsual(entry.as ?? key, entry)
  }
  const text = (key: string, entry: Entry) => {
    if (isNumbers(entry)) return `[${(lists[key] ?? []).join(', ')}]`
    if (isChoice(entry)) return variant(chosen(entry, settings))
    const one = (n: string, hyper: Hyper) => single(value(n, hyper), hyper.kind)
    if (isHyper(entry)) return one(entry.as ?? key, entry)
    return `(${Object.entries(entry)
      .map(([n, hyper]) => one(n, hyper))
      .join(', ')})`
  }
  return new Map(
    Object.entries(entries)
      .filter(([key, entry]) => always.includes(key) || !isShort(key, entry))
      .map(([key, entry]) => [key, text(key, entry)]),
  )
}

/** The variant whose flag is on, else the one that needs none. */
function chosen({ options, value }: Extract<Entry, { options: unknown }>, settings: Settings) {
  const on = [...options].find(([, flag]) => flag && settings[flag] === true)
  return on ? on[0] : value
}

/** `lr=0.1, momentum=0.9` */
export const listed = (given: ReadonlyMap<string, string>): string =>
  [...given].map(([key, value]) => `${key}=${value}`).join(', ')
