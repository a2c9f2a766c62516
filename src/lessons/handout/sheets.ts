// lessons/handout/: a lesson on paper: its words, its scenes as still figures, its questions with room for answers.
//
// What stands on the sheets of a lesson: of each step its words, its figure as it is seen before anything is answered, and
// the figure that answers.
import { seenOf } from '../asking/cut.ts'
import type { Lesson, Question, Step } from '../text/lesson.ts'
import { questionsOf } from '../text/questionsOf.ts'

/** A scene as it stands still: where its link says, or at its end. */
export interface Still {
  readonly link: string
  readonly isAtEnd: boolean
}

/** A question, numbered through the lesson. */
export interface Numbered {
  readonly number: number
  readonly question: Question
}

export interface Sheet {
  /** Counted from 1. */
  readonly number: number
  readonly step: Step
  readonly questions: readonly Numbered[]
  /** What is seen before anything is answered. */
  readonly before: Still
  /** The whole scene. */
  readonly whole: Still
}

/** Stills that are the same have the same key. */
export const keyOf = ({ link, isAtEnd }: Still): string => `${link}${isAtEnd ? ' at its end' : ''}`

const saysWhere = /[?&]at=/

/** Paper does not play: what could be played has come to its end, unless the link says where it stands. */
const stillOf = (link: string, isPlayable: boolean): Still => ({
  link,
  isAtEnd: isPlayable && !saysWhere.test(link),
})

const nobody = { isAnswered: () => false }

/** The sheets of a lesson, one for each step. */
export function sheetsOf({ steps }: Pick<Lesson, 'steps'>): readonly Sheet[] {
  let asked = 0
  return steps.map((step, i) => {
    const { link } = step.scene
    const isKnown = steps.slice(0, i).some(({ scene }) => scene.link === link)
    const seen = seenOf(step, { ...nobody, isKnown })
    return {
      number: i + 1,
      step,
      questions: questionsOf(step).map((question) => ({ number: ++asked, question })),
      before: stillOf(seen.link, seen.isPlayable),
      whole: stillOf(link, true),
    }
  })
}

/** A figure that is drawn once, with the questions whose answers are in it. */
export interface Wanted extends Still {
  readonly answers: readonly Question[]
}

/** Every figure of some sheets once, in the order in which they are drawn. */
export function wantedOf(sheets: readonly Sheet[]): readonly Wanted[] {
  const all = new Map<string, Wanted>()
  const want = (still: Still, answers: readonly Question[]) => {
    const known = all.get(keyOf(still))
    all.set(keyOf(still), { ...still, answers: [...(known?.answers ?? []), ...answers] })
  }
  for (const { before, whole, questions } of sheets) {
    want(before, [])
    if (questions.length)
      want(
        whole,
        questions.map(({ question }) => question),
      )
  }
  return [...all.values()]
}
