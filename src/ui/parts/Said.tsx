import {
  createContext,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import styles from './Said.module.css'

/** Where sentences of parts go that have no room for them, as inside a drawing: an element over it. */
export const SaidOver = createContext<RefObject<Element | null> | undefined>(undefined)

interface Props {
  readonly children: ReactNode
  readonly onAgain: () => void
}

/** A sentence in the place of a part that is not there, and a way to try again. */
export function Said({ children, onAgain }: Props) {
  const over = use(SaidOver)
  const [place, find] = useState(() => over?.current)
  useEffect(() => find(over?.current), [over])
  const again = (event: MouseEvent) => {
    // The drawing, from whose inside this may come, takes clicks for a new start.
    event.stopPropagation()
    onAgain()
  }
  const sentence = (
    <div role="alert" className={styles.said}>
      <p>{children}</p>
      <button type="button" onClick={again}>
        Try again
      </button>
    </div>
  )
  if (over === undefined) return sentence
  return place && createPortal(sentence, place)
}
