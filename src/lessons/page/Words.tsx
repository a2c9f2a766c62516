import { addressOf, handout } from '../address.ts'
import { QuestionCard } from '../asking/QuestionCard.tsx'
import type { Asking } from '../asking/useAsking.ts'
import type { Lesson } from '../text/lesson.ts'
import { Prose } from './Prose.tsx'
import styles from './Words.module.css'

interface Props {
  readonly id: string
  readonly lesson: Lesson
  readonly number: number
  readonly asking: Asking
}

/** The words of a step with its questions, in their order. */
export function Words({ id, lesson, number, asking }: Props) {
  const { title, blocks, scene } = lesson.steps[number - 1] as Lesson['steps'][number]
  const questions = asking.asked.values()
  return (
    <article className={styles.words}>
      <header>
        <nav aria-label="Breadcrumb" className={styles.way}>
          <a href={addressOf()}>Lessons</a>
          <span aria-hidden="true">›</span>
          <a href={addressOf(id)}>{lesson.title}</a>
          <a href={addressOf(id, handout)}>Print this lesson</a>
        </nav>
        <h1 tabIndex={-1}>{title}</h1>
      </header>
      {blocks.map((block, i) => {
        const key = `${block.kind} ${i}`
        if (block.kind === 'prose') return <Prose key={key} nodes={block.nodes} />
        const asked = questions.next().value
        return asked && <QuestionCard key={key} asked={asked} link={scene.link} />
      })}
    </article>
  )
}
