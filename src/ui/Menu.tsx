// ui/: controls that know only their props.
import { useId, useRef, useState } from 'react'
import styles from './Menu.module.css'
import { part } from './parts/Part.tsx'

export interface MenuItem {
  readonly name: string
  readonly hint?: string
  readonly onSelect: () => void
}

interface Props {
  readonly label: string
  /** How to get them when the menu is opened, which may fail. */
  readonly items: () => Promise<readonly MenuItem[]>
}

const MenuList = part(async () => (await import('./MenuList.tsx')).MenuList)

/** A menu button as WAI-ARIA describes it. Its list and its items come when it is opened. */
export function Menu({ label, items }: Props) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [loaded, setLoaded] = useState<readonly MenuItem[]>()
  const wrapper = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  const change = (next: boolean) => {
    setOpen(next)
    if (next) items().then(setLoaded, () => setLoaded([failed]))
  }
  const failed: MenuItem = {
    name: 'Try again',
    hint: 'This part did not load',
    onSelect: () => {
      setLoaded(undefined)
      change(true)
    },
  }
  const close = (why: 'left' | 'done') => {
    setOpen(false)
    if (why === 'done') button.current?.focus()
  }
  const isShown = isOpen && loaded !== undefined
  return (
    <div ref={wrapper} className={styles.wrapper}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isShown}
        aria-controls={isShown ? id : undefined}
        onClick={() => change(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          change(true)
        }}
      >
        {label}
        <span aria-hidden="true" className={styles.arrow} />
      </button>
      {isShown && <MenuList {...{ id, label, items: loaded, wrapper }} onClose={close} />}
    </div>
  )
}
