import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { typedNumber } from '../core/language/typedNumber.ts'
import { decimal } from '../core/number.ts'
import { useTyping } from './typing.ts'

interface Props {
  readonly label: string
  readonly value: number
  /** What it must be, in words, where the field is asked to say that: a whole number from 1 to 256. */
  readonly wanted?: string
  /** Called on every input, with NaN for what is no number. What it refuses in the end leaves the number of before. */
  readonly onChange: (value: number) => boolean
  /** The next value up or down, for the arrow keys. */
  readonly nudge?: (value: number, direction: 1 | -1) => number
  readonly labelledBy?: string
}

const byOne = (value: number, direction: 1 | -1) => Number((value + direction).toPrecision(15))
const directions: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 }

/** A field for a number, which may be reckoned: 1/2, 0,5, pi/4. It commits on input. */
export function NumberField({ label, value, wanted, onChange, nudge = byOne, labelledBy }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const typing = useTyping({
    label,
    value,
    wanted,
    onChange,
    read: typedNumber,
    none: Number.NaN,
    write: String,
  })
  const { leave } = typing

  // biome-ignore lint/correctness/useExhaustiveDependencies: another number from elsewhere replaces what was typed
  useEffect(() => {
    const input = field.current
    // Assistive technology knows no 1e-8.
    input?.setAttribute('aria-valuenow', decimal(value))
    if (!input || typedNumber(input.value) === value) return
    input.value = String(value)
    leave()
  }, [value])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    if (event.key === 'Enter') input.value = String(typing.settle(input.value))
    const direction = directions[event.key]
    if (!direction) return
    event.preventDefault()
    const next = nudge(value, direction)
    if (onChange(next)) input.value = String(next)
    leave()
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
      aria-invalid={typing.refused}
      // WebKit takes a field in its own label for a part of its name: "Start x 8".
      aria-labelledby={labelledBy ?? `${id}-name`}
      onInput={(event) => typing.type(pointed(event.currentTarget))}
      onBlur={({ currentTarget: input }) => {
        input.value = String(typing.settle(input.value))
      }}
      onKeyDown={onKeyDown}
    />
  )
  if (labelledBy) return input
  return (
    <label htmlFor={id}>
      <span id={`${id}-name`}>{label}</span>
      {input}
    </label>
  )
}

/** The text of a field, the comma behind a lone 0 as a point: elsewhere it may be one of thousands, until all is typed. */
function pointed(input: HTMLInputElement): string {
  const text = input.value.replace(/(?<![\d.,])0,(?=\d)/g, '0.')
  if (text !== input.value) {
    const { selectionStart } = input
    input.value = text
    input.setSelectionRange(selectionStart, selectionStart)
  }
  return text
}
