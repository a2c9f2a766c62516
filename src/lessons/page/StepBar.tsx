import { useEffect, useEffectEvent } from 'react'
import { useStore } from 'zustand'
import { addressOf, end } from '../address.ts'
import { none, progress } from '../kept/progress.ts'
import type { Lesson } from '../text/lesson.ts'
import styles from './StepBar.module.css'

interface Props {
  readonly id: string
  readonly lesson: Lesson
  /** Counted from 1; nothing behind the last one. */
  readonly number?: number
  /** The scene, and what it has become in someone's hands. */
  readonly link?: string
  readonly linkOf?: () => string
}

/** The way through a lesson: back, on, where one is, and into the lab. */
export function StepBar({ id, lesson: { steps }, number, link, linkOf }: Props) {
  const seen = useStore(progress, (all) => all[id]?.seen ?? none.seen)
  const last = steps.length
  const here = number ?? last + 1
  const to = (step: number) => (step < 1 ? addressOf(id) : addressOf(id, step > last ? end : step))
  const next = here > last ? undefined : to(here + 1)
  usePageKeys({ PageUp: to(here - 1), PageDown: next })
  return (
    <nav aria-label="Steps" className={styles.bar}>
      <ol className={styles.dots}>
        {steps.map(({ title }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their place
          <li key={i}>
            <a
              href={to(i + 1)}
              title={title}
              aria-current={i + 1 === here ? 'step' : undefined}
              data-seen={seen.includes(i + 1)}
            >
              <span className="visually-hidden">{`Step ${i + 1}: ${title}`}</span>
            </a>
          </li>
        ))}
      </ol>
      <div className={styles.place}>
        {link !== undefined && (
          <a
            className={styles.lab}
            href={link}
            // Where someone has changed something, the lab has it too.
            onClick={({ currentTarget }) => {
              currentTarget.href = linkOf?.() ?? link
            }}
          >
            Open in lab
          </a>
        )}
        <p>{number ? `Step ${number} of ${last}` : 'The end'}</p>
      </div>
      <a className={styles.button} href={to(here - 1)}>
        {here === 1 ? 'Back to the start' : 'Previous step'}
      </a>
      {next && (
        <a className={styles.button} data-main href={next}>
          {here === last ? 'Finish' : 'Next step'}
        </a>
      )}
    </nav>
  )
}

/** Where else a page key means something. */
const own = 'select, textarea, [role=slider], [role=menu], table, input[type=range]'

/** PageDown and PageUp, as a clicker sends them, lead on and back. */
function usePageKeys(addresses: Readonly<Record<string, string | undefined>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const address = addresses[event.key]
    const isElsewhere =
      event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
    if (address === undefined || isElsewhere || document.querySelector('dialog:modal')) return
    if (event.target instanceof Element && event.target.closest(own)) return
    event.preventDefault()
    location.hash = address
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
