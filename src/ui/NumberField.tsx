import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { readNumber } from '../core/number.ts'

interface Props {
  readonly label: string
  readonly value: number
  /** Called on every input that is a number. What it refuses stays in the field to be corrected. */
  readonly onChange: (value: number) => boolean
  /** The next value up or down, for the arrow keys. */
  readonly nudge?: (value: number, direction: 1 | -1) => number
  readonly labelledBy?: string
}

/** A native number field that takes a decimal comma and commits on input. */
export function NumberField({ label, value, onChange, nudge, labelledBy }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState(false)

  useEffect(() => {
    const input = field.current
    if (!input || input.valueAsNumber === value) return
    input.value = String(value)
    setRefused(false)
  }, [value])

  const commit = (input: HTMLInputElement) => {
    const read = input.valueAsNumber
    if (Number.isNaN(read)) setRefused(input.validity.badInput || input.value !== '')
    else setRefused(!onChange(read))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === ',') {
      event.preventDefault()
      insert('.')
    } else if (nudge && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      onChange(nudge(value, event.key === 'ArrowUp' ? 1 : -1))
    }
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const number = readNumber(event.clipboardData.getData('text'))
    if (Number.isNaN(number)) return
    event.preventDefault()
    insert(String(number))
  }

  const input = (
    <input
      id={id}
      ref={field}
      type="number"
      step="any"
      defaultValue={value}
      aria-invalid={refused}
      aria-labelledby={labelledBy}
      onInput={(event) => commit(event.currentTarget)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  )
  if (labelledBy) return input
  return (
    <label htmlFor={id}>
      <span>{label}</span>
      {input}
    </label>
  )
}

/** Native number fields have no cursor to write at, but they take what is typed. */
function insert(text: string): void {
  document.execCommand('insertText', false, text)
}
