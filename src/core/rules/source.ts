// Where the numbers of a typeset rule come from.
import { isCount, previousOf, type Rule } from './rule.ts'

/** Where a number of the formula is recorded. `back` is 1 for the step before. */
export type Source =
  | { readonly of: 'line'; readonly line: number; readonly back: 0 | 1; readonly slot?: string }
  | Given
  | { readonly of: 'hyper'; readonly name: string }
  /** The steps already done. */
  | { readonly of: 'count'; readonly back: 0 }
  /** What a method gave: its k-th quantity. */
  | { readonly of: 'supplied'; readonly index: number; readonly whole: boolean; readonly back: 0 }

/** What a step is given. */
interface Given {
  readonly of: 'x' | 'g' | 'f' | 'lr' | 't'
  readonly back: 0 | 1
  /** Of this coordinate, whichever the line is of. */
  readonly coordinate?: number
}

/** The coordinate whose number a source means in a line of coordinate i. */
export const coordinateOf = (source: Source, i: number): number =>
  ('coordinate' in source ? source.coordinate : undefined) ?? i

/** Where the number is recorded that a name means when line j reads it. */
export function sourceOf(name: string, rule: Rule, j: number): Source {
  const before = rule.lines.findLastIndex((line, i) => i < j && line.name === name)
  if (before >= 0) return { of: 'line', line: before, back: 0 }
  if (rule.slots.includes(name)) {
    const kept = previousOf(name) ?? name
    const line = kept === 'x' ? -1 : rule.lines.findLastIndex((l) => l.name === kept)
    if (line >= 0) return { of: 'line', line, back: 1, slot: name }
    if (isGiven(kept)) return { of: kept, back: 1 }
  }
  const index = rule.supplied.findIndex((supplied) => supplied.name === name)
  const supplied = rule.supplied[index]
  if (supplied) return { of: 'supplied', index, whole: supplied.whole === true, back: 0 }
  if (isCount(name)) return { of: 'count', back: 0 }
  return isGiven(name) ? { of: name, back: 0 } : { of: 'hyper', name }
}

const isGiven = (name: string): name is 'x' | 'g' | 'f' | 'lr' | 't' =>
  ['x', 'g', 'f', 'lr', 't'].includes(name)
