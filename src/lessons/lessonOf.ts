// Lessons as they are read: each comes when someone asks for it.
import { type Arrival, arrival, present } from '../ui/parts/arrival.ts'
import { type LessonId, lessonIds, textOf } from './index.ts'
import { own, ownId } from './kept/own.ts'
import type { ReadLesson } from './text/lesson.ts'
import { parseLesson } from './text/parse.ts'

const read = async (id: LessonId): Promise<ReadLesson> => {
  const text = await textOf(id)
  return { text, lesson: parseLesson(text) }
}

const lessons = new Map<string, Arrival<ReadLesson>>(
  lessonIds.map((id) => [id, arrival(() => read(id))]),
)

/** A lesson by its id, once it is here; nothing where there is none. */
export function lessonOf(id: string): Arrival<ReadLesson> | undefined {
  const { opened } = own.getState()
  return id === ownId ? opened && present(opened) : lessons.get(id)
}
