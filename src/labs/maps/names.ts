// How quantities of a map are called, and what is seen at a place.

import { meaningOf } from '../../core/maps/atlas.ts'
import { valueAt } from '../../core/maps/axis.ts'
import type { Show } from '../../core/maps/mapExperiment.ts'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import type { Quantity } from '../../core/maps/quantities.ts'
import { plain } from '../../core/number.ts'
import { labelOfHyper } from '../../core/optimizers/label.ts'
import { markedValue } from '../../state/maps/places.ts'
import type { MapPicture } from './picture.ts'

/** In the words of the controls that set it elsewhere. */
export function nameOf(
  { of, kind }: Pick<Quantity, 'of' | 'kind'>,
  { prepared }: PreparedMap,
): string {
  const [scope = '', name] = of.split('.')
  if (kind === 'start') return `Start ${name}`
  if (kind === 'param')
    return prepared.loss.entry?.parameters?.[name ?? '']?.name ?? (name as string)
  if (name === undefined) return labelOfHyper(of)
  const title = scope === 'warmup' ? 'Warm-up' : 'Schedule'
  return `${title} ${labelOfHyper(name).toLowerCase()}`
}

/** What is varied. */
export const sidesOf = (map: PreparedMap): string =>
  `every ${nameOf(map.x, map).toLowerCase()} and ${nameOf(map.y, map).toLowerCase()}`

export const showNames: Readonly<Record<Show, string>> = {
  outcome: 'Outcome',
  steps: 'Steps to the best',
  loss: 'Final loss',
  excursion: 'Largest excursion',
}

/** What is said of a map on which no run has a value. */
export const noValueInWords: Readonly<Record<Show, string>> = {
  outcome: 'No run starts',
  steps: 'No run comes within the tolerance',
  loss: 'No loss is finite',
  excursion: 'No run starts',
}

/** What the value of a pixel says. */
const valueWords: Readonly<Record<Show, (value: string) => string>> = {
  outcome: (value) => `since step ${value}`,
  steps: (value) => `within the tolerance after ${value} steps`,
  loss: (value) => `loss ${value}`,
  excursion: (value) => `at most ${value} from the start`,
}

export type MapPixel = readonly [column: number, row: number]

/** The values of both quantities at a pixel. */
export function placeInWords(map: PreparedMap, [column, row]: MapPixel): string {
  const { x, y, size } = map
  return [
    `${nameOf(x, map)} ${plain(valueAt(x, size, column))}`,
    `${nameOf(y, map)} ${plain(valueAt(y, size, row))}`,
  ].join(', ')
}

/** The values of both quantities at the mark, which need not be those of a pixel. */
export const markInWords = (map: PreparedMap): string =>
  [map.x, map.y].map((axis) => `${nameOf(axis, map)} ${plain(markedValue(map, axis))}`).join(', ')

/** What becomes of the run at a pixel. */
export function outcomeInWords(
  { map, values, outcomes, legend }: MapPicture,
  [column, row]: MapPixel,
): string {
  const place = row * map.size + column
  const value = values[place] as number
  const words = legend[outcomes[place] as number] ?? ''
  const { kind } = meaningOf(outcomes[place] as number)
  // Of what is still on its way the last step says nothing.
  const isLast = map.show === 'outcome' && (kind === 'near' || kind === 'runs on')
  return Number.isNaN(value) || isLast ? words : `${words}, ${valueWords[map.show](plain(value))}`
}

/** Little is not nothing. @param digits after the point */
export const percent = (share: number, digits = 1): string => {
  if (share === 0) return '–'
  const least = 10 ** -digits
  return 100 * share < least ? `< ${least} %` : `${(100 * share).toFixed(digits)} %`
}
