// What the scene editor does: pure functions from talk to talk.
import type { Talk, TalkScene } from './talk.ts'

const withScenes = (talk: Talk, scenes: readonly TalkScene[]): Talk => ({ ...talk, scenes })

/** With a scene more: behind another, or at the end. */
export const added = (talk: Talk, scene: TalkScene, behind = talk.scenes.length - 1): Talk =>
  withScenes(talk, talk.scenes.toSpliced(behind + 1, 0, scene))

export const removed = (talk: Talk, at: number): Talk =>
  withScenes(talk, talk.scenes.toSpliced(at, 1))

/** With a scene in another place, both counted from 0; a place beyond the ends is the end. */
export function moved(talk: Talk, from: number, to: number): Talk {
  const scene = talk.scenes[from]
  const place = Math.min(Math.max(to, 0), talk.scenes.length - 1)
  if (!scene || place === from) return talk
  return withScenes(talk, talk.scenes.toSpliced(from, 1).toSpliced(place, 0, scene))
}

/** With something else said of a scene. */
export function changed(talk: Talk, at: number, by: Partial<TalkScene>): Talk {
  const scene = talk.scenes[at]
  return scene ? withScenes(talk, talk.scenes.with(at, { ...scene, ...by })) : talk
}
