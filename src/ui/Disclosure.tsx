import { type ReactNode, useId } from 'react'
import styles from './Disclosure.module.css'
import { Region } from './place.tsx'

interface Props {
  readonly title: string
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  /** Stands beside the title while it is open. */
  readonly tools?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** A region with a title that opens and closes it. */
export function Disclosure({ title, open, onToggle, tools, children, className }: Props) {
  const id = useId()
  return (
    <Region
      name={title}
      className={[styles.region, className].filter(Boolean).join(' ')}
      data-open={open}
    >
      <header className={styles.header}>
        <h2>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={({ currentTarget }) => {
              onToggle(!open)
              if (!open) requestAnimationFrame(() => bringIntoView(currentTarget))
            }}
          >
            <span aria-hidden="true" className={styles.arrow} />
            {title}
          </button>
        </h2>
        {open && tools}
      </header>
      <div id={id} className={styles.body} hidden={!open}>
        {open && children}
      </div>
    </Region>
  )
}

/** What someone has opened is seen, where others beside it have taken the room. */
const bringIntoView = (button: Element) =>
  button.closest('section')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
