import { Fragment, type ReactNode, useId } from 'react'
import { typedNumber } from '../../core/language/typedNumber.ts'
import { plain } from '../../core/number.ts'
import type { Value } from '../facts/results.ts'
import { Prose } from '../page/Prose.tsx'
import { endings, endingsOf } from './endings.ts'
import { guessHandle } from './guess.ts'
import styles from './QuestionCard.module.css'
import type { Asked } from './useAsking.ts'

interface Props {
  readonly asked: Asked
  readonly link: string
  /** It may be answered, or answered otherwise. */
  readonly isOpen: boolean
}

/** What a form calls the text that is typed as an answer. */
export const typedAnswer = 'answer'

/** Where a question is answered, or how it was. */
export function Answer({ asked, link, isOpen }: Props): ReactNode {
  const { question } = asked
  switch (question.kind) {
    case 'choice':
      return (
        <Choices
          asked={asked}
          isOpen={isOpen}
          options={question.options.map(({ words }, i) => ({
            value: i,
            words: <Prose nodes={words} />,
          }))}
        />
      )
    case 'outcome':
      return (
        <Choices
          asked={asked}
          isOpen={isOpen}
          options={endingsOf(link).map((kind) => ({ value: kind, words: `It ${endings[kind]}` }))}
        />
      )
    case 'number':
      return <NumberAnswer asked={asked} isOpen={isOpen} />
    case 'place':
      return isOpen && <PlaceAnswer name={question.fact.name} at={asked.draft} />
  }
}

interface ChoicesProps extends Pick<Props, 'asked' | 'isOpen'> {
  readonly options: readonly { readonly value: Value; readonly words: ReactNode }[]
}

function Choices({ asked: { draft, given, say }, options, isOpen }: ChoicesProps) {
  const name = useId()
  return (
    <div className={styles.choices}>
      {options.map(({ value, words }) => {
        const isRight = given?.truth === value
        const isChosen = (given?.said ?? draft) === value
        return (
          <label key={value} data-right={isRight} data-wrong={given && isChosen && !isRight}>
            <input
              type="radio"
              name={name}
              checked={isChosen}
              disabled={!isOpen}
              onChange={() => say(value)}
            />
            <span>{words}</span>
            {given && (isRight || isChosen) && (
              <Mark isRight={isRight} words={isRight ? 'the right answer' : 'your answer'} />
            )}
          </label>
        )
      })}
    </div>
  )
}

const Mark = ({ isRight, words }: { readonly isRight: boolean; readonly words: string }) => (
  <Fragment>
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className={styles.mark}>
      <path d={isRight ? 'M4 11l4 4 8-10' : 'M5 5l10 10M15 5L5 15'} />
    </svg>
    <span className="visually-hidden"> ({words})</span>
  </Fragment>
)

function NumberAnswer({ asked: { draft, given, say }, isOpen }: Pick<Props, 'asked' | 'isOpen'>) {
  return (
    <label className={styles.number}>
      <span>Your answer</span>
      <input
        type="text"
        name={typedAnswer}
        role="spinbutton"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        readOnly={!isOpen}
        defaultValue={given?.said ?? draft}
        // Anew when it is to be tried again.
        key={isOpen ? 'open' : 'given'}
        aria-valuenow={
          typeof (given?.said ?? draft) === 'number' ? Number(given?.said ?? draft) : undefined
        }
        onInput={({ currentTarget }) => {
          const value = typedNumber(currentTarget.value)
          say(Number.isFinite(value) ? value : undefined)
        }}
      />
    </label>
  )
}

/** The handle stands on the plot: from here there is a way to it by keys. */
const PlaceAnswer = ({ name, at }: { readonly name: string; readonly at: Value | undefined }) => (
  <p className={styles.place}>
    <span aria-hidden="true" className={styles.pin}>
      ?
    </span>
    <span>
      {at === undefined
        ? 'Drag your guess on the plot'
        : `Your guess: ${name} = ${plain(Number(at))}`}
    </span>
    <button type="button" className={styles.skip} onClick={() => guessHandle()?.focus()}>
      Go to the handle
    </button>
  </p>
)
