import { useId } from 'react'
import styles from './Select.module.css'

interface Props<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly name: string }[]
  readonly onChange: (value: T) => void
  /** The label stands before the field, not above it. */
  readonly beside?: boolean
  /** What is to be known of the chosen option. */
  readonly note?: string | undefined
}

export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
  beside = false,
  note,
}: Props<T>) {
  const id = useId()
  const field = (
    <label htmlFor={id} className={beside ? styles.beside : styles.above}>
      <span>{label}</span>
      <select
        id={id}
        value={value}
        aria-describedby={note && `${id}-note`}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
  if (!note) return field
  return (
    <div>
      {field}
      <p id={`${id}-note`} className={styles.note}>
        {note}
      </p>
    </div>
  )
}
