// A lesson of one's own, opened from a file: it is there until the page is left.
import { createStore } from 'zustand/vanilla'
import { textOf } from '../../state/files.ts'
import { addressOf } from '../address.ts'
import { claimsOf } from '../text/claimsOf.ts'
import type { ReadLesson } from '../text/lesson.ts'
import { LessonError } from '../text/nodes.ts'
import { parseLesson } from '../text/parse.ts'
import { forget } from './progress.ts'

/** The id of whatever lesson someone has opened. */
export const ownId = 'own'

export const own = createStore<{ readonly opened?: ReadLesson }>(() => ({}))

type OpenedFile = Parameters<typeof textOf>[0]

/**
 * Opens a lesson and goes there. What is none leaves everything as it was.
 * @param namesLab whether some lab can show a link
 * @returns why it cannot be read, in a sentence
 */
export async function openLesson(
  file: OpenedFile,
  namesLab: (link: string) => boolean,
): Promise<string | undefined> {
  const text = await textOf(file)
  if (typeof text === 'object') return text.refusal
  try {
    const lesson = parseLesson(text)
    const nowhere = lesson.steps.find(({ scene }) => !namesLab(scene.link))
    if (nowhere)
      throw new LessonError(`In “${nowhere.title}”, no lab is named by \`${nowhere.scene.link}\``)
    if (!namesLab(lesson.exercise.solution))
      throw new LessonError(
        `The solution of the exercise names no lab: \`${lesson.exercise.solution}\``,
      )
    // Whether claims can be read is known once someone asks for them.
    lesson.steps.map(claimsOf)
    own.setState({ opened: { text, lesson } })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return `${file.name} is no lesson yet. ${error.message}`
  }
  forget(ownId)
  location.hash = addressOf(ownId)
  return undefined
}
