// Lessons as scenes of a talk: a step is its scene, a lesson all of them.
import { readAddress } from '../../lessons/address.ts'
import { lessonOf } from '../../lessons/lessonOf.ts'
import { scenesOf } from '../../lessons/scenesOf.ts'
import { type Talk, type TalkScene, withinLimits } from './talk.ts'

const isOfLesson = ({ link }: TalkScene) => /^#\/lessons\/[^/?]/.test(link)

/** Whether some scene of a talk is a lesson, or a step of one. */
export const hasLessons = ({ scenes }: Talk): boolean => scenes.some(isOfLesson)

/** A talk with what lessons show in their place; one that is not there stays, and is told where it is shown. */
export async function expanded(talk: Talk): Promise<Talk> {
  const scenes = await Promise.all(
    talk.scenes.map((scene) => (isOfLesson(scene) ? inPlaceOf(scene) : [scene])),
  )
  return withinLimits({ ...talk, scenes: scenes.flat() }).talk
}

async function inPlaceOf(scene: TalkScene): Promise<readonly TalkScene[]> {
  const { id = '', step } = readAddress(scene.link)
  const read = await lessonOf(id)?.whole()
  const all = (read ? scenesOf(read.lesson) : []).map(
    ({ link, title, notes }): TalkScene => ({ link, name: title, note: notes }),
  )
  if (step === undefined) return all.length ? all : [scene]
  const one = all[Number(step) - 1]
  return [one ? { ...one, name: scene.name || one.name, note: scene.note || one.note } : scene]
}
