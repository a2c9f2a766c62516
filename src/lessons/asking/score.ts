// lessons/asking/: predict, then run: what is seen until someone has answered, how an answer is told, and the card around it.
//
// How near an answer is to what comes out.
import type { Value } from '../facts/results.ts'
import type { Question } from '../text/lesson.ts'

export const scores = ['right', 'close', 'other'] as const
export type Score = (typeof scores)[number]

/** An answer so many times as far away as a right one may be is still close. */
const nearly = 2
/** Of what is to the digit at the edge of what counts. */
const rounding = 1e-9

/**
 * How near an answer is.
 * @param said a number, the index of a choice, or the kind of an ending
 * @param truth the same of what comes out
 */
export function scoreOf(question: Question, said: Value, truth: Value): Score {
  if (question.kind === 'choice' || question.kind === 'outcome')
    return said === truth ? 'right' : 'other'
  // What the scene does not say nobody has come near to.
  if (typeof truth !== 'number') return 'other'
  const off = Math.abs(Number(said) - Number(truth)) / question.within
  if (off <= 1 + rounding) return 'right'
  return off <= nearly + rounding ? 'close' : 'other'
}
