import type { ReactNode } from 'react'
import { endings, endingsOf } from '../asking/endings.ts'
import { Prose } from '../page/Prose.tsx'
import type { Question } from '../text/lesson.ts'
import styles from './Handout.module.css'
import { Lines } from './Lines.tsx'
import type { Numbered } from './sheets.ts'

interface Props extends Numbered {
  /** The number of the figure that it is about. */
  readonly figure: number
  readonly link: string
}

/** A question with room for an answer in writing. */
export function Space({ number, question, figure, link }: Props) {
  const heading = `question-${number}`
  return (
    <section aria-labelledby={heading} className={styles.question}>
      <h3 id={heading}>Question {number}</h3>
      <Prose nodes={question.prompt} />
      {answerTo(question, figure, link)}
      <Lines count={2} />
    </section>
  )
}

function answerTo(question: Question, figure: number, link: string): ReactNode {
  switch (question.kind) {
    case 'choice':
      return (
        <ul className={styles.boxes}>
          {question.options.map(({ words }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: answers are told apart by their place
            <li key={i}>
              <span>
                <Prose nodes={words} />
              </span>
            </li>
          ))}
        </ul>
      )
    case 'outcome':
      return (
        <ul className={styles.boxes}>
          {endingsOf(link).map((kind) => (
            <li key={kind}>It {endings[kind]}</li>
          ))}
        </ul>
      )
    case 'number':
      return <p className={styles.answer}>Your answer:</p>
    case 'place':
      return (
        <p className={styles.answer}>
          Mark your guess in figure {figure}. {question.fact.name} =
        </p>
      )
  }
}
