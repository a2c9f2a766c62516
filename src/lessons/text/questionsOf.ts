import type { Question, Step } from './lesson.ts'

/** What a step asks, in its order. */
export const questionsOf = ({ blocks }: Pick<Step, 'blocks'>): readonly Question[] =>
  blocks.flatMap((block) => (block.kind === 'question' ? [block.question] : []))
