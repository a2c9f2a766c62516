// What is said to an answer.
import { plain } from '../../core/number.ts'
import type { Given } from '../kept/progress.ts'
import type { Question } from '../text/lesson.ts'
import { endings } from './endings.ts'
import { unsaid } from './truth.ts'

const openings = { right: 'Right', close: 'Close', other: 'Not this time' } as const

/** What is so, in words; nothing where the answers themselves say it. */
function truthInWords(question: Question, { truth, said, score }: Given): string {
  if (truth === unsaid) return 'the scene does not say'
  if (question.kind === 'choice') return ''
  if (question.kind === 'outcome') return `it ${endings[truth as keyof typeof endings] ?? truth}`
  const name = question.kind === 'place' ? `${question.fact.name} is` : 'it is'
  const yours = score === 'right' ? '' : `, you said ${plain(Number(said))}`
  return `${name} ${plain(Number(truth))}${yours}`
}

/** One sentence. */
export function verdictOn(question: Question, given: Given): string {
  const words = truthInWords(question, given)
  return `${openings[given.score]}${words && `: ${words}`}.`
}
