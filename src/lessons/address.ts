// The addresses of lessons: `#/lessons`, `#/lessons/ID`, `#/lessons/ID/STEP` with steps from 1, the end behind the last, and
// `#/lessons/ID/print`, which is all of it for paper.
import { useSyncExternalStore } from 'react'

/** The word in the place of a step that means what comes after the last one. */
export const end = 'end'
/** The word there that means all steps, for paper. */
export const handout = 'print'

export interface Address {
  readonly id?: string | undefined
  /** As it is written there. */
  readonly step?: string | undefined
}

const parts = /^#?\/?lessons\/?([^/?]*)\/?([^/?]*)/

/** What a fragment says. */
export function readAddress(fragment: string): Address {
  const [, id, step] = parts.exec(fragment) ?? []
  return { id: id || undefined, step: step || undefined }
}

/** The address of the contents, of a lesson, or of a step, counted from 1. */
export const addressOf = (id?: string, step?: number | typeof end | typeof handout): string =>
  ['#/lessons', id, step].filter((part) => part !== undefined).join('/')

/** The address of a lesson as a talk, whose pages know lessons. */
export const talkOf = (id: string): string => `#/present/${id}`

const listen = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** Where someone is. */
export const useAddress = (): Address =>
  readAddress(useSyncExternalStore(listen, () => location.hash))
