import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { typedNumber } from '../core/language/typedNumber.ts'

interface Props {
  readonly label: string
  readonly value: number
  /** Called on every input, with NaN for what is no number. What it refuses stays to be corrected until the focus leaves. */
  readonly onChange: (value: number) => boolean
  /** The next value up or down, for the arrow keys. */
  readonly nudge?: (value: number, direction: 1 | -1) => number
  readonly labelledBy?: string
}

const decimals = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 })
const byOne = (value: number, direction: 1 | -1) => Number((value + direction).toPrecision(15))
const directions: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 }

/** A field for a number, which may be reckoned: 1/2, 0,5, pi/4. It commits on input. */
export function NumberField({ label, value, onChange, nudge = byOne, labelledBy }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState(false)

  useEffect(() => {
    const input = field.current
    // Assistive technology knows no 1e-8.
    input?.setAttribute('aria-valuenow', decimals.format(value))
    if (!input || typedNumber(input.value) === value) return
    input.value = String(value)
    setRefused(false)
  }, [value])

  const commit = (text: string) => {
    const typed = typedNumber(text)
    // What is not yet a number is no mistake.
    if (typed !== undefined) setRefused(!onChange(typed))
    else if (refused) setRefused(!onChange(value))
  }
  /** The field shows the value in use again; only what cannot be read stays, with what is said of it. */
  const settle = (input: HTMLInputElement) => {
    const isText = input.value.trim() !== '' && !(Math.abs(typedNumber(input.value) ?? NaN) >= 0)
    if (isText) return setRefused(!onChange(Number.NaN))
    if (refused) onChange(value)
    input.value = String(value)
    setRefused(false)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') settle(event.currentTarget)
    const direction = directions[event.key]
    if (!direction) return
    event.preventDefault()
    const next = nudge(value, direction)
    if (onChange(next)) event.currentTarget.value = String(next)
    setRefused(false)
  }

  const input = (
    // A native number field holds no 1/2.
    <input
      id={id}
      ref={field}
      type="text"
      role="spinbutton"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      defaultValue={value}
      aria-invalid={refused}
      aria-labelledby={labelledBy}
      onInput={(event) => commit(pointed(event.currentTarget))}
      onBlur={(event) => settle(event.currentTarget)}
      onKeyDown={onKeyDown}
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

/** The text of a field, a decimal comma in it as a point. */
function pointed(input: HTMLInputElement): string {
  const text = input.value.replace(/(\d),(?=\d)/g, '$1.')
  if (text !== input.value) {
    const { selectionStart } = input
    input.value = text
    input.setSelectionRange(selectionStart, selectionStart)
  }
  return text
}
