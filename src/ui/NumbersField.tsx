import { useEffect, useId, useState } from 'react'
import { typedNumber } from '../core/language/typedNumber.ts'
import styles from './slider/HyperControl.module.css'

interface Props {
  readonly label: string
  readonly value: readonly number[]
  /** Takes the numbers if they are lawful, and says whether it did. */
  readonly onChange: (value: readonly number[]) => boolean
}

/** Several numbers as text, with commas or spaces between them. */
export function NumbersField({ label, value, onChange }: Props) {
  const id = useId()
  const written = value.join(', ')
  const [typed, setTyped] = useState<string>()
  const [refused, setRefused] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other numbers from elsewhere replace what was typed
  useEffect(() => setTyped(undefined), [written])
  const read = (text: string) =>
    text
      .split(/[;:]/.test(text) ? /[;:]/ : /,|(?<=[\w.)])\s+(?=[\w.(])/)
      .filter((part) => part.trim())
      .map((part) => typedNumber(part) ?? Number.NaN)
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        className={styles.wide}
        inputMode="numeric"
        value={typed ?? written}
        aria-invalid={refused}
        onChange={(event) => {
          setTyped(event.target.value)
          setRefused(!onChange(read(event.target.value)))
        }}
        onBlur={() => {
          if (!refused) setTyped(undefined)
        }}
      />
    </div>
  )
}
