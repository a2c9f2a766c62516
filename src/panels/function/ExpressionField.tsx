import { useId } from 'react'
import { parseLoss } from '../../core/language/loss.ts'
import { Mistake } from '../../core/language/mistake.ts'
import { expressionText, typeExpression } from '../../state/edits/experiment.ts'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import styles from './FunctionBar.module.css'

/** The expression as text. What cannot be read stays to be corrected, its place marked below. */
export function ExpressionField() {
  const lab = useDescentLab()
  const id = useId()
  const rejected = useDescentState((state) => state.rejected)
  const used = useDescentState(({ experiment }) => expressionText(experiment))
  const text = rejected ?? used
  const mistake = rejected === undefined ? undefined : mistakeIn(rejected)

  return (
    <label htmlFor={id} className={styles.expression}>
      <span>Expression</span>
      <input
        id={id}
        type="text"
        value={text}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-invalid={rejected !== undefined}
        aria-describedby={mistake && `${id}-mistake`}
        onChange={(event) => {
          // What was typed before is gone, even where the text in use is typed again.
          lab.forget('rejected')
          lab.change(typeExpression(event.target.value), 'expression')
        }}
      />
      {mistake && (
        <span id={`${id}-mistake`} className={styles.mistake}>
          {text.slice(0, mistake.at)}
          <mark>{text.slice(mistake.at, mistake.at + mistake.length) || '␣'}</mark>
          {text.slice(mistake.at + mistake.length)}
          <span className="visually-hidden">: {mistake.message}</span>
        </span>
      )}
    </label>
  )
}

function mistakeIn(text: string): Mistake | undefined {
  try {
    parseLoss(text)
    return undefined
  } catch (error) {
    if (error instanceof Mistake) return error
    throw error
  }
}
