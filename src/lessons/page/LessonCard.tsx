import { useStore } from 'zustand'
import type { Arrival } from '../../ui/parts/arrival.ts'
import { Late, useArrived } from '../../ui/parts/Part.tsx'
import { addressOf } from '../address.ts'
import { none, progress } from '../kept/progress.ts'
import type { Lesson, ReadLesson } from '../text/lesson.ts'
import { questionsOf } from '../text/questionsOf.ts'
import styles from './Contents.module.css'
import { Prose } from './Prose.tsx'

interface Props {
  readonly id: string
  readonly coming: Arrival<ReadLesson>
  /** Its place among all; one's own has none. */
  readonly number?: number
}

/** A lesson in the contents: what it is about, how long it is, how far one has come. */
export function LessonCard({ id, coming, number }: Props) {
  const read = useArrived(coming)
  return (
    <li className={styles.card}>
      {read ? (
        <>
          <span className={styles.number} aria-hidden="true">
            {number ?? '✎'}
          </span>
          <h2>
            <a href={addressOf(id)}>{read.lesson.title}</a>
          </h2>
          <Measure id={id} lesson={read.lesson} />
          <div className={styles.summary}>
            <Prose nodes={read.lesson.summary} />
          </div>
        </>
      ) : (
        <Late of={coming} />
      )}
    </li>
  )
}

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

function Measure({ id, lesson: { steps } }: { readonly id: string; readonly lesson: Lesson }) {
  const { seen } = useStore(progress, (all) => all[id] ?? none)
  const questions = steps.flatMap(questionsOf).length
  const count = seen.filter((step) => step <= steps.length).length
  const isDone = count === steps.length
  return (
    <p className={styles.measure}>
      {count > 0 && (
        <>
          <progress value={count} max={steps.length} aria-label="Steps seen" />
          <span>{isDone ? 'done' : `${count} of`}</span>
        </>
      )}
      <span>
        {counted(steps.length, 'step')} · {counted(questions, 'question')}
      </span>
    </p>
  )
}
