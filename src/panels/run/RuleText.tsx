import { useId, useState } from 'react'
import { Mistake } from '../../core/language/mistake.ts'
import { customOptimizer } from '../../core/optimizers/written/custom.ts'
import { usualMeaning } from '../../core/optimizers/written/usualNames.ts'
import { WithCode } from '../../ui/WithCode.tsx'
import styles from './RunPanel.module.css'

const fewestRows = 2
const mostRows = 12

interface Props {
  readonly written: string
  /** What was written and could not be used. */
  readonly rejected: string | undefined
  readonly onChange: (rule: string) => void
}

/** A rule of one's own as text. What cannot be read stays to be corrected, with what is wrong below it. */
export function RuleText({ written, rejected, onChange }: Props) {
  const id = useId()
  /** What was typed, as long as no other rule from elsewhere has taken its place. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string }>()
  const text = (typed?.over === written ? typed.text : undefined) ?? rejected ?? written
  const mistake = mistakeIn(text)
  const strangers = mistake ? [] : strangersIn(text)

  return (
    <div className={styles.rule}>
      <label htmlFor={id}>Rule</label>
      <textarea
        id={id}
        value={text}
        rows={Math.max(fewestRows, Math.min(mostRows, text.split('\n').length))}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-invalid={mistake !== undefined}
        aria-describedby={`${id}-words`}
        onChange={({ target: { value } }) => {
          setTyped({ text: value, over: written })
          onChange(value)
        }}
      />
      <p id={`${id}-words`} className={styles.words} data-wrong={mistake !== undefined}>
        {mistake ? (
          <WithCode>{mistake.message}</WithCode>
        ) : (
          <>
            <code>x</code> point, <code>g</code> gradient, <code>t</code> step, <code>f</code> loss,{' '}
            <code>lr</code>. Read before written is memory; never written is a slider
            {strangers.length > 0 && (
              <>
                , so here is{' '}
                <WithCode>{strangers.map((name) => `\`${name}\``).join(', ')}</WithCode>
              </>
            )}
            .
          </>
        )}
      </p>
    </div>
  )
}

/** Hyper-parameters that nobody knows by these names: perhaps something else was meant. */
const strangersIn = (text: string): string[] =>
  Object.keys(customOptimizer(text).hyper).filter((name) => usualMeaning(name) === undefined)

function mistakeIn(text: string): Mistake | undefined {
  try {
    customOptimizer(text)
    return undefined
  } catch (error) {
    if (error instanceof Mistake) return error
    throw error
  }
}
