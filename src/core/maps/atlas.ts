// What the codes of a map's outcomes mean, in words; a code once given is never given anew.
import { valueName } from '../loss/valueName.ts'
import { plain } from '../number.ts'
import { type EndingKind, kinds } from './endings.ts'
import { type Minimum, numbered } from './minima.ts'
import type { PreparedMap } from './prepareMap.ts'

/** Codes beyond these are two for each minimum: it rests on it, it is near; as with those that have no number. */
const first = kinds.length
const near = kinds.indexOf('near')

/** What a code means. */
export interface Meaning {
  readonly kind: EndingKind
  /** The number of the minimum; nothing for those that there are too many of. */
  readonly minimum?: number
}

export const meaningOf = (code: number): Meaning =>
  code < first
    ? { kind: kinds[code] as EndingKind }
    : { kind: (code - first) % 2 ? 'near' : 'rests', minimum: Math.floor((code - first) / 2) }

/** With it begins what is said of who is there. */
export const restsOn = 'rests on '

/** The code of resting on the minimum that a code is on its way to; else the code itself. */
export const arrivedCode = (code: number): number => code - Number(meaningOf(code).kind === 'near')

export function atlasOf(map: PreparedMap) {
  const { loss, runs } = map.prepared
  const minima = numbered(loss, map.minima())
  /** Of those that are known; there may be too many of them. */
  const named = minima.all.length
  const moves = [map.x, map.y].some(({ kind }) => kind === 'param')
  const what = runs.at(-1)?.settings.maximize === true ? 'maximum' : 'minimum'
  // Where the function itself changes along an axis, only the catalogue can tell which minimum is the same.
  return {
    /** @param kind its index; @param known the number of a known minimum, else below 0; @param at where it rests, if anywhere */
    codeOf(kind: number, known: number, at: () => readonly number[] | undefined): number {
      const place = known >= 0 || moves ? undefined : at()
      const number = place ? minima.numberOf(place) : known < named ? known : -1
      return number < 0 ? kind : first + 2 * number + Number(kind === near)
    },
    /** How many minima have a number by now. */
    count: () => minima.all.length,
    legend(): string[] {
      const place = (minimum: Minimum, i: number) =>
        moves ? `the ${what} ${i + 1}` : placeOf(minimum, what, loss.variables)
      const own = minima.all.flatMap((minimum, i) => {
        const words = place(minimum, i)
        return [`${restsOn}${words}`, `is on its way to ${words}`]
      })
      return [...kinds.map((kind) => fixed[kind](what)), ...own]
    },
  }
}

const fixed: Readonly<Record<EndingKind, (what: string) => string>> = {
  oscillates: () => 'oscillates',
  'runs on': () => 'runs on',
  diverges: () => 'diverges',
  stuck: (what) => `is stuck where there is no ${what}`,
  'cannot start': () => 'cannot start',
  rests: (what) => `${restsOn}another ${what}`,
  near: (what) => `is on its way to another ${what}`,
}

function placeOf({ at, f, isValley }: Minimum, what: string, variables: readonly string[]): string {
  if (isValley) return `a level valley where ${valueName(variables)} = ${plain(f)}`
  return `the ${what} at ${variables.map((v, i) => `${v} = ${plain(at[i] as number)}`).join(', ')}`
}
