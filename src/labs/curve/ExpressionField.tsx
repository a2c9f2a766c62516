import { useEffect, useId, useState } from 'react'
import { parseLoss } from '../../core/language/loss.ts'
import { Mistake } from '../../core/language/mistake.ts'
import { expressionText, typeExpression } from '../../state/edits.ts'
import styles from './FunctionBar.module.css'
import { useLab, useLabState } from './lab.ts'

/** The expression as text. What cannot be read stays to be corrected, its place marked below. */
export function ExpressionField() {
  const lab = useLab()
  const id = useId()
  const written = useLabState(({ rejected, experiment }) => rejected ?? expressionText(experiment))
  const [typed, setTyped] = useState<string>()
  const text = typed ?? written
  const mistake = mistakeIn(text)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another function from elsewhere replaces what was typed
  useEffect(() => setTyped(undefined), [written])

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
        aria-invalid={mistake !== undefined}
        aria-describedby={mistake && `${id} mistake`}
        onChange={(event) => {
          setTyped(event.target.value)
          lab.change(typeExpression(event.target.value), 'expression')
        }}
      />
      {mistake && (
        <span id={`${id} mistake`} className={styles.mistake}>
          {text.slice(0, mistake.at)}
          <mark>{text.slice(mistake.at, mistake.at + mistake.length) || '␣'}</mark>
          {text.slice(mistake.at + mistake.length)}
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
