import { type FormEvent, useId, useRef, useState } from 'react'
import { noNumber } from '../../core/language/typedNumber.ts'
import { WithCode } from '../../ui/WithCode.tsx'
import { Prose } from '../page/Prose.tsx'
import { Answer, typedAnswer } from './Answer.tsx'
import styles from './QuestionCard.module.css'
import type { Asked } from './useAsking.ts'
import { verdictOn } from './verdict.ts'

interface Props {
  readonly asked: Asked
  /** The scene that it is about. */
  readonly link: string
}

/** What is said where there is nothing to check yet. */
const missing = {
  choice: 'Choose an answer first.',
  outcome: 'Choose an answer first.',
  number: 'Type a number first.',
  place: 'Drag the handle on the plot first.',
} as const

/** Why there is nothing to check. */
function refusalOf(kind: keyof typeof missing, form: HTMLFormElement): string {
  const typed = String(new FormData(form).get(typedAnswer) ?? '').trim()
  return typed
    ? `${noNumber(typed)}: type the number alone, without a name or a unit.`
    : missing[kind]
}

/** A question: what is asked, an answer, and once it is checked what is so and why. */
export function QuestionCard({ asked, link }: Props) {
  const { question, draft, given, isPending, check, again } = asked
  const prompt = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [refusal, refuse] = useState<string>()
  const isOpen = !given && !isPending
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    refuse(
      isOpen && draft === undefined ? refusalOf(question.kind, event.currentTarget) : undefined,
    )
    // What was chosen or dragged is about to be no control any more: the focus goes where it can stay.
    if (!isOpen || draft !== undefined) button.current?.focus({ preventScroll: true })
    if (given) again()
    else if (isOpen && draft !== undefined) check(draft)
  }
  return (
    <form className={styles.card} onSubmit={onSubmit} data-score={given?.score} noValidate>
      <fieldset aria-describedby={prompt}>
        <legend>Question</legend>
        <div id={prompt} className={styles.prompt}>
          <Prose nodes={question.prompt} />
        </div>
        <Answer asked={asked} link={link} isOpen={isOpen} />
        <div className={styles.row}>
          <button ref={button} type="submit" className={given ? undefined : styles.check}>
            {given ? 'Try again' : 'Check'}
          </button>
          <p role="status" className={styles.verdict}>
            {isOpen && refusal && draft === undefined && <WithCode>{refusal}</WithCode>}
            {isPending && 'Let us see …'}
            {given && verdictOn(question, given)}
          </p>
        </div>
        {given && (
          <div className={styles.explanation}>
            {question.kind === 'choice' && (
              <Prose nodes={question.options[Number(given.said)]?.because ?? []} />
            )}
            <Prose nodes={question.explanation} />
          </div>
        )}
      </fieldset>
    </form>
  )
}
