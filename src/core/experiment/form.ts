// Whether a value has the form of an experiment: checked before anyone looks what it means, since files and scripts may hold anything.
import { ExperimentError } from '../experimentError.ts'
import { shortened } from '../quote.ts'
import type { Form, Parts, Tell } from './part.ts'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value))

export const isListOf =
  (fits: (item: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && Array.from(value).every(fits)
export const isNumber = (value: unknown) => typeof value === 'number'
export const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0
export const isText = (value: unknown) => typeof value === 'string'

/** What a value of a file must be, in words and by example. */
export const asked = <V>({ words, example }: Form<V>): string =>
  example === undefined || typeof example === 'number' || typeof example === 'string'
    ? words
    : `${words}, such as ${JSON.stringify(example, null, 1).replace(/\n\s*/g, ' ')}`

/**
 * The parts of a value that have the right form. What has not is told.
 * @param place where the value stands: the name of a file, the link
 */
export function wellFormed<E>(
  parts: Parts<E>,
  value: Readonly<Record<string, unknown>>,
  place: string,
  tell: Tell,
): Partial<E> {
  const right: Record<string, unknown> = {}
  for (const [key, given] of Object.entries(value)) {
    const form = parts.find(({ name }) => name === key)?.form
    if (!form) tell(`\`${shortened(key)}\` in ${place} is not known and was ignored`)
    else if (!form.fits(given)) tell(`\`${key}\` in ${place} must be ${asked(form)}`)
    else right[key] = form.kept?.(given as never, place, tell) ?? given
  }
  return right as Partial<E>
}

/**
 * @param whole what it is: An experiment, A run
 * @throws ExperimentError for what has not the form of its table: what would change it but is not known must not be passed over
 */
export function checkForm<E>(parts: Parts<E>, value: unknown, whole: string): void {
  if (!isRecord(value)) throw new ExperimentError(`${whole} is an object such as { "f": "x^2" }`)
  for (const { name, needed, form } of parts)
    if (needed && value[name] === undefined)
      throw new ExperimentError(`${whole} needs "${name}": ${asked(form)}`)
  for (const [key, given] of Object.entries(value)) {
    const form = parts.find(({ name }) => name === key)?.form
    if (!form)
      throw new ExperimentError(`${whole} with "${shortened(key)}" cannot be run by this version`, {
        at: [[key]],
      })
    if (given !== undefined && !form.fits(given))
      throw new ExperimentError(`"${key}" must be ${asked(form)}`, { at: [[key]] })
  }
}
