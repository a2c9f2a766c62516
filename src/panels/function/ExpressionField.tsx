import { type ReactNode, useId, useRef } from 'react'
import { lossReadAs } from '../../core/language/loss.ts'
import { arrival } from '../../ui/parts/arrival.ts'
import { part } from '../../ui/parts/Part.tsx'
import styles from './FunctionBar.module.css'

const more = arrival(() => import('../more.ts'))
const Reading = part(async () => (await more.whole()).Reading)

interface Props {
  /** The text in use. */
  readonly used: string
  /** What was typed and cannot be used: it stays to be corrected. */
  readonly rejected: string | undefined
  /** Whether variables may have a number behind them. */
  readonly hasMany?: boolean
  readonly onType: (text: string) => void
  /** Advice has come: what was refused before is judged again. */
  readonly onAdvised: () => void
  /** What else is said of what was typed. */
  readonly children?: ReactNode
}

/** An expression as text. What cannot be read stays to be corrected; how it is read is said below, where that is needed. */
export function ExpressionField({ used, rejected, hasMany, onType, onAdvised, children }: Props) {
  const id = useId()
  const text = rejected ?? used
  const isAdvised = useRef(false)
  /** Advice comes with the first who may need it. */
  const advise = () => {
    if (isAdvised.current) return
    isAdvised.current = true
    more.soon().then(onAdvised, () => {
      // The next time that someone comes here it is asked for again.
      isAdvised.current = false
    })
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
        onChange={(event) => onType(event.target.value)}
      />
      <div id={`${id}-said`} role="status">
        {(rejected !== undefined || lossReadAs(used, hasMany) !== undefined) && (
          <Reading
            text={text}
            hasMany={hasMany}
            onWrite={(next) => {
              onType(next)
              document.getElementById(id)?.focus()
            }}
          >
            {children}
          </Reading>
        )}
      </div>
    </div>
  )
}
