import type { ReactNode } from 'react'
import styles from './RunPanel.module.css'

interface Props {
  readonly index: number
  readonly label: string
  readonly isAlone: boolean
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}

/** The controls of a racer. Using them selects it. */
export function RacerFrame({ index, label, isAlone, isSelected, onSelect, children }: Props) {
  const select = () => {
    if (!isSelected) onSelect()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set cannot be a flex item that scrolls
    <div
      role="group"
      aria-label={label}
      className={styles.group}
      data-alone={isAlone}
      data-selected={isSelected}
      data-run={index}
      // Not when the pointer is pressed: what moves then is missed by the release.
      onFocus={({ target }) => {
        if (target.matches(':focus-visible')) select()
      }}
      onInput={select}
    >
      {children}
    </div>
  )
}
