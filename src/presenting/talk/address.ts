// A talk in an address: `#/present?scene=…&name=…&note=…&scene=…`, where a name and a note belong to the scene before them.
import { firstOf, shortened } from '../../core/quote.ts'
import { decodePercent } from '../../state/links/decodeLink.ts'
import { readable } from '../../state/links/encodeLink.ts'
import { linkIn, nothing, sceneOf, type Talk, type TalkScene, withinLimits } from './talk.ts'

/** On the wall, being made, or in the lecturer's window. */
export type View = 'show' | 'edit' | 'speaker'

export interface Address {
  readonly view: View
  /** The lesson whose scenes they are, in the place of a talk. */
  readonly lesson?: string | undefined
  /** The scene that is shown, from 0. */
  readonly at: number
  readonly talk: Talk
  /** What could not be read. */
  readonly complaints: readonly string[]
}

const form = /^#?\/?present\/?(?:(edit|speaker)(?=[/?]|$)\/?)?([^/?]*)\/?(?:\?(.*))?$/s

/** Whether an address is that of a talk. */
export const isPresent = (fragment: string): boolean => /^#?\/?present(?:[/?]|$)/.test(fragment)

/** What an address says. Never throws: what cannot be read is complained about, and the rest still counts. */
export function readAddress(fragment: string): Address {
  const [, view = 'show', lesson = '', query = ''] = form.exec(fragment) ?? []
  const { talk, at, complaints } = readTalk(query)
  const limited = withinLimits(talk)
  const last = lesson ? Infinity : Math.max(limited.talk.scenes.length - 1, 0)
  return {
    view: view as View,
    lesson: lesson || undefined,
    at: Math.min(at, last),
    talk: limited.talk,
    complaints: firstOf([...complaints, ...limited.complaints]),
  }
}

function readTalk(query: string) {
  const scenes: TalkScene[] = []
  const complaints: string[] = []
  let [title, at] = ['', 0]
  const says = (more: Partial<TalkScene>) => {
    const last = scenes.pop()
    if (last) scenes.push({ ...last, ...more })
    return last !== undefined
  }
  for (const pair of query.split('&').filter(Boolean)) {
    const [key = '', ...rest] = pair.split('=')
    const value = decodePercent(rest.join('='))
    if (key === 'scene') scenes.push(sceneOf(value))
    else if (key === 'title') title = value
    else if (key === 'at' && scenes.length === 0)
      at = Math.max((Number.parseInt(value, 10) || 1) - 1, 0)
    else if (key === 'name' || key === 'note' ? says({ [key]: value }) : goesOn(scenes, pair))
      continue
    else complaints.push(`\`${shortened(pair)}\` stands before the first scene and was ignored`)
  }
  return { talk: { title, scenes }, at, complaints }
}

/** A link that was typed as it stands goes on behind its &. @returns whether there is one */
function goesOn(scenes: TalkScene[], pair: string): boolean {
  const last = scenes.pop()
  if (last) scenes.push({ ...last, link: linkIn(`${last.link}&${pair}`) })
  return last !== undefined
}

/** What an address says of a talk, in the order in which it is read. */
export function queryOf({ title, scenes }: Talk): string {
  const pairs = scenes.flatMap(({ link, name, note }) => [
    ['scene', link.replace(/^#/, '')],
    ...(name ? [['name', name]] : []),
    ...(note ? [['note', note]] : []),
  ])
  return [...(title ? [['title', title]] : []), ...pairs]
    .map(([key, value = '']) => `${key}=${readable(value)}`)
    .join('&')
}

/** The address of a talk, or of a lesson as one. */
export function addressOf({
  view = 'show',
  lesson,
  at = 0,
  talk = nothing,
}: Partial<Address> = {}): string {
  const path = ['#/present', view === 'show' ? undefined : view, lesson].filter(Boolean).join('/')
  const query = [at ? `at=${at + 1}` : '', lesson ? '' : queryOf(talk)].filter(Boolean).join('&')
  return query ? `${path}?${query}` : path
}
