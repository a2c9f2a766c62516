import type { ReactNode } from 'react'
import { keepFocus, nameOf } from './keepFocus.ts'
import styles from './RunPanel.module.css'

interface Props {
  readonly index: number
  /** As files and links call it. */
  readonly label: string
  /** What it is called where it is drawn. */
  readonly name: string
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly onRemove: () => void
  /** What else is to be said of it. */
  readonly children?: ReactNode
}

/** The name of a racer, which selects it, and the way to be rid of it. */
export function RunHeader({ index, label, name, isSelected, onSelect, onRemove, children }: Props) {
  return (
    <header className={styles.header}>
      <button
        type="button"
        className={styles.name}
        aria-pressed={isSelected}
        title={`Show the formula and numbers of ${label}, as files and links call it`}
        data-run={index}
        onClick={onSelect}
      >
        <svg viewBox="0 0 28 10" width="28" height="10" aria-hidden="true">
          <path className={styles.swatch} d="M1,5H27" />
        </svg>
        {name}
      </button>
      {children}
      <button
        type="button"
        className={styles.small}
        aria-label={`Remove ${label}`}
        onClick={({ currentTarget }) => {
          const neighbours = [index, index - 1].map(nameOf)
          keepFocus(currentTarget, [...neighbours, '[data-adds]'], onRemove)
        }}
      >
        Remove
      </button>
    </header>
  )
}
