// What is guessed on the plot, between the question and the plot.
import { createContext } from 'react'

export interface Guess {
  /** What is guessed, as the question calls it. */
  readonly name: string
  /** Where it is now; nothing before someone has moved it. */
  readonly at: number | undefined
  /** Where the point has come to, once that is known. */
  readonly truth?: number
  /** It can be moved. */
  readonly move?: (to: number) => void
  readonly check?: () => void
}

export const GuessContext = createContext<Guess | undefined>(undefined)

/** The name of the handle. */
export const guessName = 'Your guess'

/** The handle on the plot. */
export const guessHandle = (): SVGElement | null =>
  document.querySelector<SVGElement>(`[role=slider][aria-label="${guessName}"]`)
