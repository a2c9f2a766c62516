// A lesson for whoever presents it: its scenes with what is to be said about them.
import type { RootContent } from 'mdast'
import type { Lesson } from './text/lesson.ts'
import { spokenText } from './text/spoken.ts'

export interface LessonScene {
  readonly link: string
  readonly title: string
  /** Plain words, a paragraph to a line. */
  readonly notes: string
}

const linesOf = (nodes: readonly RootContent[]) => nodes.map(spokenText).filter(Boolean)

/** The scenes of a lesson in their order, one for each step. */
export const scenesOf = ({ steps }: Lesson): readonly LessonScene[] =>
  steps.map(({ title, scene, blocks }) => ({
    link: scene.link,
    title,
    notes: blocks
      .flatMap((block) =>
        block.kind === 'prose'
          ? linesOf(block.nodes)
          : [...linesOf(block.question.prompt), ...linesOf(block.question.explanation)],
      )
      .join('\n\n'),
  }))
