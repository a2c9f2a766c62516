// lessons/: one file of text for each lesson, and the page that shows them.
//
// All lessons, in their order.
export const lessonIds = [
  'soda',
  'one-step',
  'trap',
  'two-variables',
  'step-size',
  'memory-and-scale',
  'numerical',
  'backpropagation',
  'networks',
  'generalization',
] as const

export type LessonId = (typeof lessonIds)[number]

/** What is written in a lesson. */
export async function textOf(id: LessonId): Promise<string> {
  const { texts } = await import('./texts.ts')
  const text = texts[`./texts/${id}.md`]
  if (text === undefined) throw new Error(`There is no lesson ${id}`)
  return text
}
