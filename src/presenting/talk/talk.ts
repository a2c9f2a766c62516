// presenting/talk/: talks as plain data: scenes in an order, in addresses, in files, and kept from visit to visit.
import { limits } from '../../core/limits.ts'
import { subjectOf } from './subject.ts'

export interface TalkScene {
  /** What is shown: `#/curve?f=…`. */
  readonly link: string
  /** What it is called; empty where nobody has said. */
  readonly name: string
  /** What is to be said, for the lecturer alone. */
  readonly note: string
}

export interface Talk {
  readonly title: string
  readonly scenes: readonly TalkScene[]
}

export const nothing: Talk = { title: '', scenes: [] }

/** The link in what someone has typed or pasted: a whole address, or only what is behind its #. */
export const linkIn = (text: string): string =>
  `#/${text
    .trim()
    .replace(/^(https?:[^#]*|[^#?]*)#/, '')
    .replace(/^\/+/, '')}`

/** A scene by its link, and what is said of it as far as it is text. */
export const sceneOf = (link: string, { name, note }: Partial<TalkScene> = {}): TalkScene => ({
  link: linkIn(link),
  name: name ?? '',
  note: note ?? '',
})

/** A talk with as many scenes as there may be, and what is to be said of the rest. */
export function withinLimits(talk: Talk): { readonly talk: Talk; readonly complaints: string[] } {
  const { most, words } = limits.scenes
  if (talk.scenes.length <= most) return { talk, complaints: [] }
  return { talk: { ...talk, scenes: talk.scenes.slice(0, most) }, complaints: [words] }
}

/**
 * What a scene is called: by whoever made it, or else by its lab and what it looks at.
 * @param titleOf the title of the lab that a link names
 */
export function nameOf(
  { link, name }: TalkScene,
  titleOf: (link: string) => string | undefined,
): string {
  if (name) return name
  const lab = titleOf(link) ?? 'A link that names no lab'
  const about = subjectOf(link)
  return about ? `${lab}: ${about}` : lab
}
