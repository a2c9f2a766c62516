import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { readNumber } from '../core/number.ts'

interface Props {
  readonly label: string
  readonly value: number
  /** Called on every input, with NaN for what is no number. What it refuses stays to be corrected until the focus leaves. */
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
    // Nothing typed yet is no mistake.
    const isEmpty = input.value === '' && !input.validity.badInput
    if (!isEmpty) setRefused(!onChange(input.valueAsNumber))
    else if (refused) setRefused(!onChange(value))
  }
  /** The field shows the value in use again, and what was said of another is taken back. */
  const settle = (input: HTMLInputElement) => {
    if (refused) onChange(value)
    if (refused || input.valueAsNumber !== value) input.value = String(value)
    setRefused(false)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === ',') {
      event.preventDefault()
      insert('.')
    } else if (nudge && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      const next = nudge(value, event.key === 'ArrowUp' ? 1 : -1)
      if (onChange(next)) event.currentTarget.value = String(next)
      setRefused(false)
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
      onBlur={(event) => settle(event.currentTarget)}
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
