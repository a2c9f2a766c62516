// ui/: controls that know only their props.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import styles from './Menu.module.css'

interface MenuItem {
  readonly name: string
  readonly hint?: string
  readonly onSelect: () => void
}

interface Props {
  readonly label: string
  /** Or how to get them when the menu is opened, which may fail. */
  readonly items: readonly MenuItem[] | (() => Promise<readonly MenuItem[]>)
}

/** A menu button as WAI-ARIA describes it: arrows, Home, End, Escape; it closes when the focus leaves. */
export function Menu({ label, items }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const [loaded, setLoaded] = useState<readonly MenuItem[]>()
  const shown = typeof items === 'function' ? loaded : items
  const wrapper = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const itemAt = (index: number) =>
    [...(list.current?.querySelectorAll('button') ?? [])].at(index % (shown?.length ?? 1))

  const isOpen = open && shown !== undefined
  useEffect(() => {
    if (!isOpen) return
    list.current?.querySelector('button')?.focus()
    const leave = ({ target }: Event) => {
      if (!wrapper.current?.contains(target as Node)) setOpen(false)
    }
    document.addEventListener('focusin', leave)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('focusin', leave)
      document.removeEventListener('pointerdown', leave)
    }
  }, [isOpen])

  const change = (next: boolean) => {
    setOpen(next)
    if (next && typeof items === 'function') items().then(setLoaded, () => setLoaded([failed]))
  }
  const failed: MenuItem = {
    name: 'Try again',
    hint: 'This part did not load',
    onSelect: () => {
      setLoaded(undefined)
      change(true)
    },
  }
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = [...(list.current?.querySelectorAll('button') ?? [])].indexOf(
      event.target as HTMLButtonElement,
    )
    const moves: Record<string, () => void> = {
      ArrowDown: () => itemAt(at + 1)?.focus(),
      ArrowUp: () => itemAt(at - 1)?.focus(),
      Home: () => itemAt(0)?.focus(),
      End: () => itemAt(-1)?.focus(),
      Escape: close,
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }

  return (
    <div ref={wrapper} className={styles.wrapper}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => change(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          change(true)
        }}
      >
        {label}
        <span aria-hidden="true" className={styles.arrow} />
      </button>
      {isOpen && (
        <div
          id={id}
          ref={list}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={styles.list}
          onKeyDown={onKeyDown}
        >
          {shown.map(({ name, hint, onSelect }, i) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              aria-label={name}
              aria-describedby={hint && `${id}-${i}`}
              tabIndex={-1}
              onClick={() => {
                close()
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
      )}
    </div>
  )
}
