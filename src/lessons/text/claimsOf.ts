import type { Claim } from '../facts/claim.ts'
import type { Step } from './lesson.ts'
import { claimsIn } from './nodes.ts'

/** Everything that a step claims about its scene. @throws LessonError where a claim cannot be read */
export const claimsOf = ({ blocks }: Step): readonly Claim[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'prose') return claimsIn(block.nodes)
    const { prompt, explanation } = block.question
    const options = block.question.kind === 'choice' ? block.question.options : []
    return [
      ...claimsIn([...prompt, ...explanation]),
      ...options.flatMap(({ words, because }) => claimsIn([...words, ...because])),
    ]
  })
