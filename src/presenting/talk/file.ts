// A talk as a file: `{ "talk": "…", "scenes": [{ "link": "#/curve?…", "name": "…", "note": "…" }] }`.
import { isRecord } from '../../core/experiment/form.ts'
import { firstOf, shortened } from '../../core/quote.ts'
import { sceneOf, type Talk, type TalkScene, withinLimits } from './talk.ts'

/** The text of a talk's file: what is empty is left out. */
export function writeTalk({ title, scenes }: Talk): string {
  const said = (it: object) => Object.fromEntries(Object.entries(it).filter(([, text]) => text))
  return `${JSON.stringify({ talk: title, scenes: scenes.map(said) }, null, 2)}\n`
}

/** What a talk's file is called. */
export const fileNameOf = ({ title }: Talk): string =>
  `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'talk'}.json`

export interface ReadTalk {
  readonly talk: Talk
  readonly complaints: readonly string[]
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : '')

/** The scenes that a text holds as JSON; nothing where it is no talk. */
function scenesIn(
  text: string,
): { readonly title: unknown; readonly scenes: readonly unknown[] } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value) && Array.isArray(value.scenes))
      return { title: value.talk, scenes: value.scenes }
  } catch {
    // No JSON at all.
  }
  return undefined
}

/** Reads a saved talk; nothing where a text is none. Never throws: scenes that cannot be read are left out, and said. */
export function readTalk(text: string, fileName: string): ReadTalk | undefined {
  const said = scenesIn(text)
  if (!said) return undefined
  const complaints: string[] = []
  const scenes = said.scenes.flatMap((scene, i): TalkScene[] => {
    if (isRecord(scene) && typeof scene.link === 'string')
      return [sceneOf(scene.link, { name: textIn(scene.name), note: textIn(scene.note) })]
    complaints.push(`Scene ${i + 1} of ${shortened(fileName)} has no \`link\` and was left out`)
    return []
  })
  if (scenes.length === 0) complaints.push(`${shortened(fileName)} has no scenes`)
  const { talk, complaints: more } = withinLimits({ title: textIn(said.title), scenes })
  return { talk, complaints: firstOf([...complaints, ...more]) }
}
