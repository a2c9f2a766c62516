// What is said to an answer.
import { plain } from '../../core/number.ts'
import type { Value } from '../facts/results.ts'
import type { Given } from '../kept/progress.ts'
import type { Question } from '../text/lesson.ts'
import { endings } from './endings.ts'
import { unsaid } from './truth.ts'

const openings = { right: 'Right', close: 'Close', other: 'Not this time' } as const

/** What is so, in words; nothing where the answers themselves say it. */
export function truthInWords(question: Question, truth: Value): string {
  if (truth === unsaid) return 'the scene does not say'
  if (question.kind === 'choice') return ''
  if (question.kind === 'outcome') return `it ${endings[truth as keyof typeof endings] ?? truth}`
  const name = question.kind === 'place' ? `${question.fact.name} is` : 'it is'
  return `${name} ${plain(Number(truth))}`
}

/** One sentence. */
export function verdictOn(question: Question, given: Given): string {
  const { truth, said, score } = given
  const words = truthInWords(question, truth)
  const isNumber = question.kind === 'number' || question.kind === 'place'
  const yours = isNumber && score !== 'right' && truth !== unsaid
  return `${openings[score]}${words && `: ${words}`}${yours ? `, you said ${plain(Number(said))}` : ''}.`
}
