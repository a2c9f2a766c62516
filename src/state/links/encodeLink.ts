// state/links/: links, written and read by the table of an experiment’s parts.
//
// From an experiment to its link: a readable fragment, said by the table of its parts.
import { complete, lackedInLinks, type Parts, writeParts } from '../../core/experiment/part.ts'
import { limits } from '../../core/limits.ts'

/** What every lab's experiments have: the lab that they are for. */
export interface InLab {
  readonly lab?: string
}

/**
 * The fragment of an experiment, readable: #/curve?f=x^2&start=2.5&run=sgd(lr=0.1)
 * @param parts the table of the experiment's parts
 * @param encode how a value is written; `forChat` makes a link that survives chat programs
 */
export function encodeLink<E extends InLab>(
  parts: Parts<E>,
  experiment: E,
  encode: (text: string) => string = readable,
): string {
  const pairs = writeParts(parts, experiment).map(([key, text]) => `${key}=${encode(text)}`)
  const { lab = '' } = complete(
    parts.filter(({ name }) => name === 'lab'),
    experiment,
  )
  return `#/${lab}?${pairs.join('&')}`
}

/** What the link of an experiment does not say, with what to do; nothing where it says all of it. */
export function beyondLink<E extends InLab>(parts: Parts<E>, experiment: E): string | undefined {
  const lacked = lackedInLinks(parts, experiment)
  if (lacked.length)
    return `A link has no room for these ${lacked.join(' and ')}: keep them as JSON (Export)`
  const { most, words } = limits.link
  return encodeLink(parts, experiment, forChat).length > most ? words : undefined
}

const percent = (text: string) =>
  [...new TextEncoder().encode(text)]
    .map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')

/** Only what would end the value or what browsers change by themselves. */
export const readable = (text: string) => text.replace(/[%&#\s"<>`]/g, percent)

/** Everything that some chat program takes for markup or for the end of the link. */
export const forChat = (text: string): string => text.replace(/[^A-Za-z0-9\-./:=,+]/gu, percent)
