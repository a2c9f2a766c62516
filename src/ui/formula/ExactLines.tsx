import { type KeyboardEvent, type ReactNode, useState } from 'react'
import styles from './ExactLines.module.css'

interface Props {
  /** The text of each line of the formula, a row for each coordinate of a vector, made when it is asked for; nothing for lines without numbers. */
  readonly lines: readonly (() => string | undefined)[]
  readonly label: string
  readonly children: ReactNode
}

/** A formula whose lines can be looked at with every digit: by pointer, by arrow keys, and when they are copied. */
export function ExactLines({ lines, label, children }: Props) {
  const [current, setCurrent] = useState<number>()
  const shown = () => lines.flatMap((text, i) => (text() === undefined ? [] : [i]))

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (direction === undefined) return
    event.preventDefault()
    const all = shown()
    const at = all.indexOf(current ?? -1)
    setCurrent(all[Math.max(0, Math.min(all.length - 1, at + direction))])
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a formula has no field set */}
      <div
        className={styles.scroll}
        data-scrolls
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        role="group"
        aria-label={label}
        onPointerOver={({ target }) => {
          const line = (target as Element).closest<HTMLElement>('[data-line]')?.dataset.line
          if (line !== undefined) setCurrent(Number(line))
        }}
        onPointerLeave={() => setCurrent(undefined)}
        onFocus={() => setCurrent((line) => line ?? shown()[0])}
        onBlur={() => setCurrent(undefined)}
        onKeyDown={onKeyDown}
        onCopy={(event) => {
          event.preventDefault()
          event.clipboardData.setData(
            'text/plain',
            lines.flatMap((text) => text() ?? []).join('\n'),
          )
        }}
      >
        {children}
      </div>
      <output className={styles.exact} aria-label="Every digit">
        {current === undefined ? undefined : lines[current]?.()}
      </output>
    </>
  )
}
