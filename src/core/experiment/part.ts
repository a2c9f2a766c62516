// What a part of an experiment is. One row says all of it: how it looks in a file, how a link says it, what is meant
// where it is left out. Checks, files, links and the list of keys in the README are read off such rows.
import { shortened } from '../quote.ts'

/**
 * The parts that an experiment of a lab may have, in the order in which links and files say them. What the meaning of a
 * part depends on stands before it.
 */
export type Parts<E> = readonly Part<E>[]

export interface Part<E, K extends keyof E = keyof E> {
  readonly name: K & string
  readonly form: Form<Value<E, K>>
  /** Without it there is no experiment. */
  readonly needed?: true
  /** How it is looked at: what runs is the same without it. */
  readonly scenic?: true
  /** How links say it. Nothing for what stands elsewhere in a link. */
  readonly link?: InLinks<E, Value<E, K>>
  /** What is meant where nothing is said. */
  otherwise?(experiment: E): Value<E, K>
  /** What is written down so that it means the same for ever, whatever becomes of the defaults. */
  spelled?(value: Value<E, K>, experiment: E): Value<E, K> | undefined
}

type Value<E, K extends keyof E> = NonNullable<E[K]>

/** What a value looks like. */
export interface Form<V> {
  fits(value: unknown): boolean
  /** What it must be, in words. */
  readonly words: string
  readonly example?: V
  /** What of a value that fits can be used; what cannot is told. */
  kept?(value: V, place: string, tell: Tell): V
}

/** Takes a sentence for whoever wrote the link or the file. */
export type Tell = (sentence: string) => void

export interface InLinks<E, V> {
  /** The keys that say it together. */
  readonly keys: readonly Key[]
  /**
   * What the link says under these keys.
   * @param said in the order of the link
   * @param before the parts that stand before this one in the table
   */
  read(said: readonly Said[], before: Partial<E>): V | undefined
  write(value: V, experiment: E): readonly Pair[]
  /** What of a value links have no room for, in a word; nothing where they say it all. */
  lacks?(value: V): string | undefined
}

export interface Key {
  readonly name: string
  /** What stands behind it, in words. */
  readonly words: string
  readonly example?: string
}

export type Pair = readonly [key: string, text: string]

/** A key of a link with what stands behind it. */
export interface Said {
  readonly key: string
  readonly text: string
  /** Says that it cannot be read, and why; without a reason, what it must be. */
  refuse(why?: string): void
  /** Says that `key=text` in the link … */
  object(that: string): void
  readonly tell: Tell
}

/** How a value is written as one text. */
export interface Text<V, E = unknown> {
  /**
   * Nothing, or a reason, for what cannot be read.
   * @param object says of the whole that it …, where some of it does not count
   */
  read(text: string, before: Partial<E>, object?: Tell): V | Unreadable | undefined
  write(value: V): string
  /** What of a value the text has no room for, in a word. */
  lacks?(value: V): string | undefined
  /** What it must be, where that is called otherwise than in files. */
  readonly words?: string
}

/** Why a text cannot be read. */
export class Unreadable {
  readonly why: string
  constructor(why: string) {
    this.why = why
  }
}

/** What a key must be, in words and by example. */
export const wanted = ({ words, example }: Key): string =>
  example === undefined ? words : `${words}, such as \`${example}\``

interface Row<E, K extends keyof E> extends Omit<Part<E, K>, 'name'> {
  /** Where one key of the part's name says it: the text behind it. */
  readonly text?: Text<Value<E, K>, E>
  /** What goes without saying: a link does not write it, nor what has no text. */
  readonly silent?: Value<E, K>
}

/** Makes rows for one kind of experiment. */
export const partOf =
  <E>() =>
  <K extends keyof E & string>(name: K, { text, silent, ...row }: Row<E, K>): Part<E, K> => ({
    ...row,
    name,
    ...(text && { link: oneKey<E, Value<E, K>>(name, row.form, text, silent) }),
  })

/** The part is said by the key of its name; where that is said several times, the last that can be read counts. */
function oneKey<E, V>(
  name: string,
  { words, example }: Form<V>,
  text: Text<V, E>,
  silent: V | undefined,
): InLinks<E, V> {
  return {
    keys: [
      {
        name,
        words: text.words ?? words,
        ...(example !== undefined && { example: text.write(example) }),
      },
    ],
    read: (said, before) =>
      lastRead(said, (one) => readOr(one, text.read(one.text, before, one.object))),
    write(value) {
      const written = value === silent ? '' : text.write(value)
      return written ? [[name, written]] : []
    },
    ...(text.lacks && { lacks: text.lacks }),
  }
}

/** The last that can be read; of the others it is said that they do not count. */
export function lastRead<V>(said: readonly Said[], read: (one: Said) => V | undefined) {
  const found = said.flatMap((one) => {
    const value = read(one)
    return value === undefined ? [] : [{ one, value }]
  })
  for (const { one } of found.slice(0, -1)) one.object(`was ignored: it says \`${one.key}\` again`)
  return found.at(-1)?.value
}

/** Of several of one name the last; that the others do not count is said. */
export function lastOfEach<T>(
  several: readonly T[],
  nameOf: (one: T) => string,
  object: Tell = () => undefined,
): T[] {
  const last = new Map(several.map((one) => [nameOf(one), one]))
  const others = several.filter((one) => last.get(nameOf(one)) !== one)
  for (const name of new Set(others.map(nameOf)))
    object(`says \`${shortened(name)}\` more than once: only the last counts`)
  return [...last.values()]
}

/** What was read; where that is nothing, it is said. */
export function readOr<V>(said: Said, read: V | Unreadable | undefined): V | undefined {
  if (read !== undefined && !(read instanceof Unreadable)) return read
  said.refuse(read instanceof Unreadable ? read.why : undefined)
  return undefined
}

/** What pairs of key and text say, part by part in the order of the table. */
export function readParts<E>(parts: Parts<E>, said: readonly Said[]): Partial<E> {
  const read: Partial<E> = {}
  for (const { name, link } of parts) {
    const own = said.filter(({ key }) => link?.keys.some((known) => known.name === key))
    const value = own.length ? link?.read(own, read) : undefined
    if (value !== undefined) Object.assign(read, { [name]: value })
  }
  return read
}

/** The pairs of key and text that say an experiment. */
export const writeParts = <E>(parts: Parts<E>, experiment: E): Pair[] =>
  parts.flatMap(({ name, link }) => {
    const value = experiment[name]
    return link && value !== undefined && value !== null ? link.write(value, experiment) : []
  })

/** What of an experiment links have no room for, in words. */
export const lackedInLinks = <E>(parts: Parts<E>, experiment: E): string[] =>
  parts.flatMap(({ name, link }) => {
    const value = experiment[name]
    return (value !== undefined && value !== null && link?.lacks?.(value)) || []
  })

/** Whether two experiments run the same: the same values are said, whatever is looked at. */
export const runsTheSame = <E>(parts: Parts<E>, a: E, b: E): boolean =>
  parts.every(({ name, scenic }) => scenic || Object.is(a[name], b[name]))

/** The experiment with what is meant where it says nothing. */
export function complete<E>(parts: Parts<E>, experiment: E): E {
  const assumed = parts.flatMap(({ name, otherwise }) =>
    otherwise && experiment[name] === undefined ? [[name, otherwise(experiment)] as const] : [],
  )
  return { ...experiment, ...Object.fromEntries(assumed) }
}

/** The experiment with what must not depend on defaults written out. */
export function spelledOut<E>(parts: Parts<E>, experiment: E): E {
  const written = parts.flatMap(({ name, otherwise, spelled }) => {
    const given = experiment[name] ?? (spelled && otherwise?.(experiment))
    const value =
      given !== undefined && given !== null && spelled ? spelled(given, experiment) : given
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(written) as E
}
