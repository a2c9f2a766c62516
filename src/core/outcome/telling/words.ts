// Phrases that outcomes share.
import { pointAt } from '../../descent/steps.ts'
import type { Outcome } from '../../descent/trace.ts'
import type { Loss } from '../../loss/loss.ts'
import { theValue, valueName } from '../../loss/valueName.ts'
import { counted, distinct, plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'
import { wayOut } from '../wayOut.ts'
import { levelAhead } from './levelAhead.ts'

export const count = (n: number): string => (n === 1 ? '1 step' : `${counted(n)} steps`)

export const pointInWords = (variables: readonly string[], at: ArrayLike<number>): string =>
  variables.map((v, i) => `${v} = ${plain(at[i] as number)}`).join(', ')

/** Point k with its loss. */
export const place = (
  { recording: { x, f }, prepared, d }: Pick<Evidence, 'recording' | 'prepared' | 'd'>,
  k: number,
): string =>
  `${pointInWords(prepared.loss.variables, pointAt(x, k, d))}, ${valueInWords(prepared.loss, f[k] as number)}`

/** f = 0.25 */
export const valueInWords = ({ variables }: Loss, value: number): string =>
  `${valueName(variables)} = ${plain(value)}`

/** A sentence more about a known minimum that is deeper, with a space before it. */
export function deeperThan({ prepared: { loss } }: Evidence, better: Outcome['better']): string {
  if (!better) return ''
  return ` The minimum at ${pointInWords(loss.variables, better.point)} is deeper: ${valueInWords(loss, better.f)}.`
}

/** A sentence more where no learning rate could bring it to a minimum, with a space before it. */
export function bottomless(evidence: Evidence): string {
  if (wayOut(evidence) !== 'no floor') return ''
  const { variables } = evidence.prepared.loss
  const level = levelAhead(evidence)
  if (level)
    return ` Flat ground lies ahead: the slope falls to 0 at ${pointInWords(variables, level)}.`
  const isUp = evidence.run.settings.maximize === true
  const way = isUp ? 'ceiling there: it rises' : 'floor there: it falls'
  return ` ${theValue(variables, 'The')} has no ${way} without end.`
}

const numerals = 'zero one two three four five six seven eight nine'.split(' ')
const large: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e4, 'thousand'],
]
/** What is larger has no word that people know. */
const tooLarge = 1e15

/** 2.6 times, two million times; with as many figures as tell the number from another one. */
export function times(value: number, from: number): string {
  const [unit, word] = large.find(([least]) => value >= 0.95 * least) ?? []
  if (unit === undefined || value >= tooLarge) return `${distinct(value, from, 3)} times`
  const scale = word === 'thousand' ? 1e3 : unit
  const count = Number((value / scale).toPrecision(value / scale < 10 ? 1 : 2))
  return `${numerals[count] ?? count} ${word} times`
}
