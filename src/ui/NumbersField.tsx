import { useEffect, useId, useState } from 'react'
import { typedNumber } from '../core/language/typedNumber.ts'
import styles from './slider/HyperControl.module.css'
import { useTyping } from './typing.ts'

interface Props {
  readonly label: string
  readonly value: readonly number[]
  /** Takes the numbers if they are lawful, and says whether it did. */
  readonly onChange: (value: readonly number[]) => boolean
}

const read = (text: string) =>
  text
    .split(/[;:]/.test(text) ? /[;:]/ : /,|(?<=[\w.)])\s+(?=[\w.(])/)
    .filter((part) => part.trim())
    .map((part) => typedNumber(part) ?? Number.NaN)
const write = (value: readonly number[]) => value.join(', ')
const none: readonly number[] = [Number.NaN]

/** Several numbers as text, with commas or spaces between them. */
export function NumbersField({ label, value, onChange }: Props) {
  const id = useId()
  const written = write(value)
  const [typed, setTyped] = useState<string>()
  const typing = useTyping({ label, value, onChange, read, none, write })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other numbers from elsewhere replace what was typed
  useEffect(() => setTyped(undefined), [written])
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
        aria-invalid={typing.refused}
        onChange={(event) => {
          setTyped(event.target.value)
          typing.type(event.target.value)
        }}
        onBlur={(event) => {
          typing.settle(event.target.value)
          setTyped(undefined)
        }}
      />
    </div>
  )
}
