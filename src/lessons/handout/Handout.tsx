import { useLayoutEffect, useState } from 'react'
import type { Stage } from '../../scenes/stage.ts'
import { useKatex } from '../../ui/formula/katex.ts'
import { putOnPaper } from '../../ui/paper.ts'
import { addressOf } from '../address.ts'
import { Prose } from '../page/Prose.tsx'
import { useTitle } from '../page/useTitle.ts'
import type { Lesson } from '../text/lesson.ts'
import { AnswerKey } from './AnswerKey.tsx'
import { Easel } from './Easel.tsx'
import styles from './Handout.module.css'
import { Lines } from './Lines.tsx'
import { StepSheet } from './StepSheet.tsx'
import { useFigures } from './useFigures.ts'

interface Props {
  readonly stage: Stage
  readonly id: string
  readonly lesson: Lesson
}

/** A whole lesson for paper: to be read, filled in, and held against its answers. */
export function Handout({ stage, id, lesson }: Props) {
  useTitle('Handout', lesson.title)
  useLayoutEffect(putOnPaper, [])
  const { sheets, figures, count, next, note } = useFigures(lesson)
  const [hasKey, wantKey] = useState(true)
  const isReady = useKatex() !== undefined && !next
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <nav aria-label="Breadcrumb">
          <a href={addressOf()}>Lessons</a> › <a href={addressOf(id)}>{lesson.title}</a>
        </nav>
        <p role="status">{isReady ? 'Ready to print' : `${figures.size} of ${count} figures`}</p>
        <label>
          <input
            type="checkbox"
            checked={hasKey}
            onChange={({ currentTarget }) => wantKey(currentTarget.checked)}
          />{' '}
          Answers at the end
        </label>
        <button type="button" disabled={!isReady} onClick={() => print()}>
          Print
        </button>
      </div>
      <article className={styles.sheets}>
        <header>
          <p className={styles.fields} aria-hidden="true">
            <span>Name</span>
            <span>Date</span>
          </p>
          <h1>{lesson.title}</h1>
          <Prose nodes={lesson.summary} />
          {lesson.goals.length > 0 && (
            <section aria-labelledby="goals">
              <h2 id="goals">Afterwards you can</h2>
              <Prose nodes={lesson.goals} />
            </section>
          )}
        </header>
        {sheets.map((sheet) => (
          <StepSheet
            key={sheet.number}
            {...{ sheet, sheets, figures }}
            lab={stage.titleOf(sheet.before.link)}
          />
        ))}
        <section aria-labelledby="exercise" className={styles.exercise}>
          <h2 id="exercise">Exercise</h2>
          <Prose nodes={lesson.exercise.text} />
          <Lines count={8} />
        </section>
        {lesson.sources.length > 0 && (
          <section aria-labelledby="sources" className={styles.sources}>
            <h2 id="sources">Sources</h2>
            <Prose nodes={lesson.sources} />
          </section>
        )}
        {hasKey && <AnswerKey {...{ lesson, sheets, figures, stage }} />}
      </article>
      {next && <Easel stage={stage} wanted={next} onDrawn={note} />}
    </div>
  )
}
