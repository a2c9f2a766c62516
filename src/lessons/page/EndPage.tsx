import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { counted } from '../../core/number.ts'
import type { Arrival } from '../../ui/parts/arrival.ts'
import { useArrived } from '../../ui/parts/Part.tsx'
import { addressOf, handout } from '../address.ts'
import { lessonIds } from '../index.ts'
import { none, type Progress, progress } from '../kept/progress.ts'
import { lessonOf } from '../lessonOf.ts'
import type { Lesson, ReadLesson } from '../text/lesson.ts'
import { questionsOf } from '../text/questionsOf.ts'
import styles from './EndPage.module.css'
import { Prose } from './Prose.tsx'
import { StepBar } from './StepBar.tsx'
import { useTitle } from './useTitle.ts'

interface Props {
  readonly id: string
  readonly lesson: Lesson
}

/** What comes after the last step: an exercise, sources, the next lesson. */
export function EndPage({ id, lesson }: Props) {
  useTitle('The end', lesson.title)
  const known = useStore(progress, (all) => all[id] ?? none)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  const next = nextOf(id)
  const coming = next && lessonOf(next)
  return (
    <div className={styles.end}>
      <article className={styles.page}>
        <p className={styles.kicker}>
          <a href={addressOf()}>Lessons</a> › <a href={addressOf(id)}>{lesson.title}</a>
        </p>
        <h1 ref={heading} tabIndex={-1}>
          One more, on your own
        </h1>
        <p>{answersInWords(known, lesson)}</p>
        <section aria-label="Exercise" className={styles.exercise}>
          <h2>Exercise</h2>
          <Prose nodes={lesson.exercise.text} />
          <p>
            <a href={lesson.exercise.solution}>Open a solution in the lab</a>
          </p>
        </section>
        {lesson.sources.length > 0 && (
          <section aria-label="Sources" className={styles.sources}>
            <h2>Sources</h2>
            <Prose nodes={lesson.sources} />
          </section>
        )}
        <p className={styles.next}>
          <a href={addressOf(id, handout)}>Print this lesson</a>
          {coming ? <Next id={next} coming={coming} /> : <a href={addressOf()}>All lessons</a>}
        </p>
      </article>
      <StepBar {...{ id, lesson }} />
    </div>
  )
}

/** The lesson that follows another; none after the last, and after one's own. */
function nextOf(id: string): string | undefined {
  const at = (lessonIds as readonly string[]).indexOf(id)
  return at < 0 ? undefined : lessonIds[at + 1]
}

function Next({ id, coming }: { readonly id: string; readonly coming: Arrival<ReadLesson> }) {
  const read = useArrived(coming)
  return <a href={addressOf(id)}>Next lesson{read && `: ${read.lesson.title}`}</a>
}

function answersInWords({ answers }: Progress, { steps }: Lesson): string {
  const all = steps.flatMap(questionsOf).length
  const scores = Object.values(answers).map(({ score }) => score)
  const right = scores.filter((score) => score === 'right').length
  const close = scores.filter((score) => score === 'close').length
  if (scores.length === 0)
    return `There are ${counted(all)} questions on the way, to try whenever you like.`
  const left =
    scores.length < all ? ` ${counted(all - scores.length)} are left for another time.` : ''
  return `Of ${counted(all)} questions you have answered ${right} right${close ? ` and ${close} closely` : ''}.${left}`
}
