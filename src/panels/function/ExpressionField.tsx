import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
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
  const { typed, type, leave } = useTyped(`${rejected} ${used}`, onType)
  const text = typed ?? rejected ?? used
  /** Advice comes with the first who may need it; where it does not, the next time that someone comes here. */
  const advise = () => {
    if (!more.here()) more.soon().then(onAdvised, () => undefined)
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
        onBlur={leave}
      />
      <div id={`${id}-said`} role="status">
        {(rejected !== undefined || lossReadAs(used, hasMany) !== undefined) && (
          <Reading
            text={text}
            hasMany={hasMany}
            onWrite={(next) => {
              type(next)
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

/**
 * What someone types stays as it is while they type, whatever it means on the way: max is a function of the catalogue, and
 * max(x, y) would take the place of the first three letters.
 * @param shown what stands in the field otherwise: where that changes by itself, nothing of what was typed is left
 */
function useTyped(shown: string, onType: (text: string) => void) {
  const [typed, setTyped] = useState<string>()
  const isTyping = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text from elsewhere takes its place
  useEffect(() => {
    if (!isTyping.current) setTyped(undefined)
  }, [shown])
  return {
    typed,
    type(text: string) {
      setTyped(text)
      isTyping.current = true
      onType(text)
      setTimeout(() => {
        isTyping.current = false
      })
    },
    leave: () => setTyped(undefined),
  }
}
