import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import styles from './Menu.module.css'
import type { MenuItem } from './Menu.tsx'

interface Props {
  readonly id: string
  readonly label: string
  readonly items: readonly MenuItem[]
  /** The menu with its button: the focus elsewhere closes it. */
  readonly wrapper: RefObject<HTMLElement | null>
  readonly onClose: (why: 'left' | 'done') => void
}

/** The items of a menu: arrows, Home, End, Escape; it closes when the focus leaves. */
export function MenuList({ id, label, items, wrapper, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])]
  const focus = (index: number) =>
    buttons()
      .at(index % items.length)
      ?.focus()

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    focus(0)
    const leave = ({ target }: Event) => {
      if (!wrapper.current?.contains(target as Node)) onClose('left')
    }
    document.addEventListener('focusin', leave)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('focusin', leave)
      document.removeEventListener('pointerdown', leave)
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const at = buttons().indexOf(event.target as HTMLButtonElement)
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      Home: () => focus(0),
      End: () => focus(-1),
      Escape: () => onClose('done'),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }

  return (
    <div
      id={id}
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      {items.map(({ name, hint, onSelect }, i) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          aria-label={name}
          aria-describedby={hint && `${id}-${i}`}
          tabIndex={-1}
          onClick={() => {
            onClose('done')
            onSelect()
          }}
        >
          {name}
          {hint && (
            <span id={`${id}-${i}`} className={styles.hint}>
              {hint}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
