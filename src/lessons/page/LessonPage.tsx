import { useStore } from 'zustand'
import { download } from '../../state/files.ts'
import { addressOf, end, handout, talkOf } from '../address.ts'
import { lessonIds } from '../index.ts'
import { ownId } from '../kept/own.ts'
import { none, type Progress, progress } from '../kept/progress.ts'
import type { Lesson, ReadLesson } from '../text/lesson.ts'
import { questionsOf } from '../text/questionsOf.ts'
import styles from './LessonPage.module.css'
import { Prose } from './Prose.tsx'
import { useTitle } from './useTitle.ts'

interface Props {
  readonly id: string
  readonly read: ReadLesson
}

/** What a lesson is for, its steps, and the way in. */
export function LessonPage({ id, read: { lesson, text } }: Props) {
  const { title, summary, goals } = lesson
  useTitle(title)
  const known = useStore(progress, (all) => all[id] ?? none)
  const place = lessonIds.indexOf(id as (typeof lessonIds)[number])
  const next = nextStep(known, lesson)
  return (
    <div className={styles.page}>
      <article className={styles.about}>
        <p className={styles.kicker}>
          <a href={addressOf()}>Lessons</a>{' '}
          {id === ownId ? '· your own' : `· ${place + 1} of ${lessonIds.length}`}
        </p>
        <h1>{title}</h1>
        <div className={styles.summary}>
          <Prose nodes={summary} />
        </div>
        <h2>Afterwards you can</h2>
        <div className={styles.goals}>
          <Prose nodes={goals} />
        </div>
        <p className={styles.actions}>
          <a className={styles.main} href={addressOf(id, next)}>
            {known.seen.length === 0 ? 'Begin' : next === 1 ? 'Begin again' : 'Continue'}
          </a>
          <a
            className={styles.other}
            href={talkOf(id)}
            title="Its scenes on a wall, its words as your notes"
          >
            Present
          </a>
          <a
            className={styles.other}
            href={addressOf(id, handout)}
            title="A handout: its words, figures and questions, with room for answers"
          >
            Print this lesson
          </a>
          <button
            type="button"
            title="As a Markdown file, to change it or to write your own"
            onClick={() => download(`${id}.md`, text)}
          >
            Save
          </button>
        </p>
      </article>
      <section className={styles.steps} aria-labelledby="steps">
        <h2 id="steps">Steps</h2>
        <StepList {...{ id, lesson, known }} />
      </section>
    </div>
  )
}

/** Where someone was last; at the beginning again once the last step was seen last. */
function nextStep({ seen }: Progress, { steps }: Lesson): number {
  const last = seen.at(-1) ?? 0
  return last >= 1 && last < steps.length ? last : 1
}

function StepList({ id, lesson, known }: Pick<Props, 'id'> & { lesson: Lesson; known: Progress }) {
  return (
    <ol>
      {lesson.steps.map((step, i) => {
        const asks = questionsOf(step).length
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their place
          <li key={i} data-seen={known.seen.includes(i + 1)}>
            <a href={addressOf(id, i + 1)}>{step.title}</a>
            {asks > 0 && (
              <span className={styles.asks} title={asks === 1 ? 'A question' : `${asks} questions`}>
                <span aria-hidden="true">?</span>
                <span className="visually-hidden">
                  {asks === 1 ? ', with a question' : `, with ${asks} questions`}
                </span>
              </span>
            )}
            {known.seen.includes(i + 1) && <span className="visually-hidden">, seen</span>}
          </li>
        )
      })}
      <li>
        <a href={addressOf(id, end)}>Exercise and sources</a>
      </li>
    </ol>
  )
}
