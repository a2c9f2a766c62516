// The keys of whoever leads a talk: a clicker's, which no slider keeps, and single letters, which text fields do.
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { preferences } from '../state/preferences.ts'
import { textFields } from '../ui/typing.ts'
import { covered, goTo } from './moment.ts'
import type { Session } from './session.ts'

type Acts = Readonly<Record<string, () => void>>

/** What a clicker has keys for, in every window of a talk. */
export function leading({ change }: Pick<Session, 'change'>): Acts {
  const black = () => change((m) => covered(m, 'black'))
  return {
    PageDown: () => change((m) => goTo(m, m.at + 1)),
    PageUp: () => change((m) => goTo(m, m.at - 1)),
    b: black,
    '.': black,
  }
}

/**
 * @param acts by key; those of one letter can be switched off by whoever wants none
 */
export function useClicker(acts: Acts): void {
  const letterKeys = useStore(preferences, (state) => state.letterKeys)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isLetter = event.key.length === 1
      if (isLetter && (!letterKeys || isText(event.target))) return
      const act = acts[isLetter ? event.key.toLowerCase() : event.key]
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    // Before anything else hears of it: sliders and tables know these keys too.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [acts, letterKeys])
}

const isText = (target: EventTarget | null) =>
  target instanceof Element && target.closest(`${textFields}, select`) !== null
