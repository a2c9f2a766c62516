// From a link, which may have been typed by hand, to what it says by the table of its parts.
import { wellFormed } from '../../core/experiment/form.ts'
import { type Parts, readParts, type Said, wanted } from '../../core/experiment/part.ts'
import { limits } from '../../core/limits.ts'
import { firstOf, shortened } from '../../core/quote.ts'
import type { InLab } from './encodeLink.ts'

/** What a fragment says, and what of it could not be read. */
export interface Decoded<E> {
  /** As far as it could be read. */
  readonly experiment: Partial<E>
  readonly complaints: readonly string[]
}

const place = 'the link'

/**
 * Reads a fragment. Never throws: what cannot be read is complained about, and the rest still counts.
 * @param parts the table of the parts that the lab's experiments have
 */
export function decodeLink<E extends InLab>(parts: Parts<E>, fragment: string): Decoded<E> {
  if (fragment.length > limits.link.most) return { experiment: {}, complaints: [limits.link.words] }
  const { path, pairs } = piecesOf(fragment)
  const keys = new Map(parts.flatMap(({ link }) => link?.keys ?? []).map((key) => [key.name, key]))
  /** With where in the link each belongs, so that they come in its order. */
  const complaints: { readonly at: number; readonly sentence: string }[] = []
  const said = pairs.flatMap(({ name, value, written }, at): Said[] => {
    const tell = (sentence: string) => complaints.push({ at, sentence })
    const known = keys.get(name)
    if (!name) tell(`\`${shortened(written)}\` in ${place} has no name and was ignored`)
    else if (!known) tell(`\`${shortened(name)}\` in ${place} is not known and was ignored`)
    if (!known) return []
    const quoted = `\`${shortened(value === undefined ? name : `${name}=${value}`)}\` in ${place}`
    const object = (that: string) => tell(`${quoted} ${that}`)
    const refuse = (why = `it must be ${wanted(known)}`) => object(`cannot be read: ${why}`)
    return [{ key: name, text: value ?? '', refuse, object, tell }]
  })
  const lab = decodePercent(path).replace(/^\/|\/$/g, '')
  const read = { ...(lab && { lab }), ...readParts(parts, said) }
  const experiment = wellFormed(parts, read, place, (sentence) =>
    complaints.push({ at: pairs.length, sentence }),
  )
  const inOrder = complaints.sort((a, b) => a.at - b.at).map(({ sentence }) => sentence)
  return { experiment, complaints: firstOf(inOrder) }
}

interface Piece {
  readonly name: string
  /** Nothing for a bare key. */
  readonly value: string | undefined
  readonly written: string
}

/** Split at & and at the first =, then decoded. */
function piecesOf(fragment: string): { path: string; pairs: Piece[] } {
  const [path = '', ...rest] = fragment.replace(/^#/, '').split('?')
  const written = rest.join('?').split('&').filter(Boolean)
  const pairs = written.map((pair): Piece => {
    const equals = pair.indexOf('=')
    const name = decodePercent(equals < 0 ? pair : pair.slice(0, equals))
    const value = equals < 0 ? undefined : decodePercent(pair.slice(equals + 1))
    return { name, value, written: pair }
  })
  return { path, pairs }
}

/** Percent escapes piece by piece: a bad one stays itself. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}
