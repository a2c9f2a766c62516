import { type FormEvent, useEffect, useRef, useState } from 'react'
import { askedAt, type Judgement, judgeAnswer } from '../../../core/graphs/answers.ts'
import { adjointFormula } from '../../../core/graphs/chainRule.ts'
import { typedNumber } from '../../../core/language/typedNumber.ts'
import { readNumber } from '../../../core/number.ts'
import { type Moment, useGraphLab } from '../useGraph.ts'
import { Formulas } from './Formulas.tsx'
import styles from './Panel.module.css'

/** The student says what the next adjoint is, and is told whether that is right, and why not. */
export function FillIn({ moment }: { readonly moment: Moment }) {
  const lab = useGraphLab()
  const { graph, shown, stage, step } = moment
  const { stages } = shown.prepared
  // Who has answered one goes on with the next; nobody is drawn to the first.
  const [hasAnswered, setAnswered] = useState(false)
  const [answered, answer] = useState<{ readonly step: number; readonly count: number }>()
  const asked = askedAt(graph, stages, step)
  const count = answered?.step === step ? answered.count : 0
  const node = asked[count]
  if (stage.pass === 'start' || stage.pass === 'forward')
    return (
      <p className={styles.words}>
        First all values: press Forward, then Step forward to where the way back begins. From there
        on you say what each adjoint is.
      </p>
    )
  if (step === shown.last)
    return <p className={styles.words}>That was the last one: the gradient is complete.</p>
  const goOn = () => {
    if (count + 1 < asked.length) answer({ step, count: count + 1 })
    else lab.seek(step + 1)
  }
  if (node === undefined)
    return (
      <p className={styles.words}>
        What comes next is only a part of an adjoint: other paths still arrive there.{' '}
        <button type="button" onClick={() => lab.seek(step + 1)}>
          Go on
        </button>
      </p>
    )
  return (
    <Question
      key={`${step} ${node}`}
      {...{ moment, node }}
      isNext={hasAnswered}
      onRight={() => {
        setAnswered(true)
        goOn()
      }}
    />
  )
}

interface Props {
  readonly moment: Moment
  readonly node: number
  /** It comes after another one: the focus goes on to it. */
  readonly isNext: boolean
  readonly onRight: () => void
}

function Question({ moment, node, isNext, onRight }: Props) {
  const { graph, shown, names } = moment
  const [text, type] = useState('')
  const [judged, judge] = useState<Judgement>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isNext) field.current?.focus()
  }, [isNext])
  const name = names[node]?.text ?? ''
  const root = names.at(-1)?.text ?? 'f'
  const check = (event: FormEvent) => {
    event.preventDefault()
    if (judged?.isRight) return onRight()
    judge(judgeAnswer(graph, shown, names, node, numberIn(text)))
  }
  return (
    <form onSubmit={check} className={styles.question}>
      <fieldset aria-label="Question">
        <p>
          What is ∂{root}/∂{name}?
        </p>
        <label>
          <span>Your answer</span>
          <input
            ref={field}
            type="text"
            role="spinbutton"
            inputMode="decimal"
            autoComplete="off"
            aria-valuetext={text || 'none yet'}
            value={text}
            onChange={({ target }) => {
              type(target.value)
              judge(undefined)
            }}
          />
        </label>
        <button type="submit">{judged?.isRight ? 'Go on' : 'Check'}</button>
      </fieldset>
      <p role="status" data-right={judged?.isRight} className={styles.judgement}>
        {judged?.words}
      </p>
      {judged?.isRight && <Formulas formulas={adjointFormula(graph, shown, node)} />}
    </form>
  )
}

/** A typed number; slopes may be infinite too. */
function numberIn(text: string): number {
  const endless = /^\s*([-−+]?)\s*(?:∞|inf(?:inity)?)\s*$/i.exec(text)
  if (endless) return endless[1] === '-' || endless[1] === '−' ? -Infinity : Infinity
  return typedNumber(text) ?? readNumber(text)
}
