import { useId, useRef } from 'react'
import { lossReadAs } from '../../core/language/loss.ts'
import { expressionText, typeExpression } from '../../state/edits/experiment.ts'
import { part } from '../../ui/parts/Part.tsx'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import styles from './FunctionBar.module.css'

const more = () => import('../more.ts')
const Reading = part(async () => (await more()).Reading)

/** The expression as text. What cannot be read stays to be corrected; how it is read is said below, where that is needed. */
export function ExpressionField() {
  const lab = useDescentLab()
  const id = useId()
  const rejected = useDescentState((state) => state.rejected)
  const used = useDescentState(({ experiment }) => expressionText(experiment))
  const text = rejected ?? used
  const type = (next: string) => {
    // What was typed before is gone, even where the text in use is typed again.
    lab.forget('rejected')
    lab.change(typeExpression(next), 'expression')
  }

  const isAdvised = useRef(false)
  /** Advice comes with the first who may need it; what was refused before it came is judged again. */
  const advise = () => {
    if (isAdvised.current) return
    isAdvised.current = true
    more().then(
      () => lab.store.getState().rejected !== undefined && lab.change((same) => same),
      // The next time that someone comes here it is asked for again.
      () => {
        isAdvised.current = false
      },
    )
  }

  return (
    <div className={styles.expression}>
      <label htmlFor={id}>Expression</label>
      <input
        id={id}
        type="text"
        value={text}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-invalid={rejected !== undefined}
        aria-describedby={`${id}-said`}
        onFocus={advise}
        onChange={(event) => type(event.target.value)}
      />
      <div id={`${id}-said`} role="status">
        {(rejected !== undefined || lossReadAs(used) !== undefined) && (
          <Reading
            text={text}
            onWrite={(next) => {
              type(next)
              document.getElementById(id)?.focus()
            }}
          />
        )}
      </div>
    </div>
  )
}
