// How values are said in links: numbers, words, lists, numbers by name, intervals.
import { exact, parseNumber } from '../number.ts'
import type { Interval } from './experiment.ts'
import { lastOfEach, type Text, Unreadable } from './part.ts'

/** A number that a test lets through. */
export const numberThat = (fits: (value: number) => boolean): Text<number> => ({
  read(text) {
    const value = parseNumber(text)
    return fits(value) ? value : undefined
  },
  write: exact,
})

export const aNumber = numberThat((value) => !Number.isNaN(value))

export const aWord: Text<string> = { read: (text) => text, write: (word) => word }

/** An expression, without the spaces that mean nothing: the one in `x sin x` does. */
export const anExpression: Text<string> = {
  read: (text) => text || new Unreadable('it is empty'),
  write: (f) => f.replace(/(?<![\w.]) +| +(?![\w.])/g, ''),
}

/** One of some words. */
export const oneOf = <W extends string>(words: readonly W[]): Text<W> => ({
  words: words.join(' or '),
  read: (text) => words.find((word) => word === text),
  write: (word) => word,
})

/** Several with something between them: 1,2,3 or a:b. */
export const listOf = <V>(one: Text<V>, between = ','): Text<readonly V[]> => ({
  read(text, _, object) {
    const values = text.split(between).map((part) => one.read(part, {}, object))
    return (
      values.find((value) => value instanceof Unreadable) ??
      (values.includes(undefined) ? undefined : (values as V[]))
    )
  },
  write: (values) => values.map((value) => one.write(value)).join(between),
})

/** Numbers by name: V:330 or x:3,y:-4 */
export const byName: Text<Readonly<Record<string, number>>> = {
  read(text, _, object) {
    const pairs = text.split(',').map((pair) => pair.split(':'))
    const isRead = ([name, number = '']: string[]) => name && !Number.isNaN(parseNumber(number))
    if (!pairs.every(isRead)) return undefined
    const once = lastOfEach(pairs, ([name = '']) => name, object)
    return Object.fromEntries(once.map(([name = '', number = '']) => [name, parseNumber(number)]))
  },
  write: (values) =>
    Object.entries(values)
      .map(([name, value]) => `${name}:${exact(value)}`)
      .join(),
}

/** -3:3 */
export const anInterval: Text<Interval> = {
  read(text) {
    const ends = text.split(':').map(parseNumber)
    return isInterval(ends) ? ends : undefined
  },
  write: (ends) => ends.map(exact).join(':'),
}

export const isInterval = (value: unknown): value is Interval =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every(Number.isFinite) &&
  Number(value[0]) < Number(value[1])
