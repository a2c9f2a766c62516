import type { Stage } from '../../scenes/stage.ts'
import { truthInWords } from '../asking/verdict.ts'
import { Prose } from '../page/Prose.tsx'
import type { Lesson } from '../text/lesson.ts'
import { FigureOf, LinkOnPaper } from './FigureOf.tsx'
import styles from './Handout.module.css'
import { keyOf, type Numbered, type Sheet } from './sheets.ts'
import type { Figures } from './useFigures.ts'

interface Props {
  readonly lesson: Lesson
  readonly sheets: readonly Sheet[]
  readonly figures: Figures
  readonly stage: Stage
}

/** On pages of their own: the answers, why, and the figures that show it. */
export function AnswerKey({ lesson, sheets, figures, stage }: Props) {
  return (
    <section aria-labelledby="answers" className={styles.key}>
      <h2 id="answers">Answers</h2>
      {sheets
        .filter(({ questions }) => questions.length > 0)
        .map((sheet) => (
          <Answers key={sheet.number} {...{ sheet, figures, stage }} />
        ))}
      <h3>Exercise</h3>
      <p>One way to solve it:</p>
      <LinkOnPaper link={lesson.exercise.solution} />
    </section>
  )
}

type AnswersProps = Pick<Props, 'figures' | 'stage'> & { readonly sheet: Sheet }

/** Those of a step, with its figure where that shows more than before. */
function Answers({
  sheet: { number, step, questions, before, whole },
  figures,
  stage,
}: AnswersProps) {
  const figure = figures.get(keyOf(whole))
  return (
    <section aria-label={`Answers to step ${number}`} className={styles.answers}>
      <h3>
        {number}. {step.title}
      </h3>
      {figure?.picture !== figures.get(keyOf(before))?.picture && (
        <FigureOf
          name={`Answer to step ${number}`}
          lab={stage.titleOf(whole.link)}
          figure={figure}
        />
      )}
      {questions.map((asked) => (
        <Answer key={asked.number} {...asked} figures={figures} whole={whole} />
      ))}
    </section>
  )
}

type AnswerProps = Numbered & Pick<Sheet, 'whole'> & Pick<Props, 'figures'>

function Answer({ number, question, whole, figures }: AnswerProps) {
  const truth = figures.get(keyOf(whole))?.truths.get(question)
  const right = question.kind === 'choice' && question.options.find(({ isRight }) => isRight)
  return (
    <div>
      <p>
        <b>Question {number}: </b>
        {right ? (
          <Prose nodes={right.words} />
        ) : (
          truth !== undefined && truthInWords(question, truth)
        )}
      </p>
      {right && <Prose nodes={right.because} />}
      <Prose nodes={question.explanation} />
    </div>
  )
}
