import { type LessonId, lessonIds } from './index.ts'

const byFile = import.meta.glob<string>('./texts/*.md', {
  query: '?title',
  import: 'default',
  eager: true,
})

const titleOf = (id: LessonId) => byFile[`./texts/${id}.md`] ?? id

/** What the lessons are called, in their order, without what is written in them: see build/lessonTitles.ts. */
export const titles: readonly string[] = lessonIds.map(titleOf)
