// state/: what is asked for and what is shown: whoever changes a store stands here.
//
// What a visitor prefers, kept from visit to visit.
import { createStore } from 'zustand/vanilla'
import { keep, kept } from './keeping.ts'

type Theme = 'system' | 'light' | 'dark'

export interface Preferences {
  readonly theme: Theme
  /** Whether single letters are keys. */
  readonly letterKeys: boolean
  readonly logScale: boolean
  /** Whether the start was ever moved: who has done it needs no hint. */
  readonly hasDragged: boolean
  /** Drawers opened or closed by hand; where nothing is said, the width of the page decides. */
  readonly open: Readonly<Record<string, boolean>>
}

const usual: Preferences = {
  theme: 'system',
  letterKeys: true,
  logScale: false,
  hasDragged: false,
  open: {},
}

const place = 'descent'

export const preferences = createStore<Preferences>(() => ({
  ...usual,
  ...wellFormed(kept(place)),
}))

keep(preferences, place)

/** What was kept may be of another version, or garbage: only what has the right form counts. */
function wellFormed(said: unknown): Partial<Preferences> {
  if (typeof said !== 'object' || said === null) return {}
  const { theme, letterKeys, logScale, hasDragged, open } = said as Record<string, unknown>
  return {
    ...((theme === 'system' || theme === 'light' || theme === 'dark') && { theme }),
    ...(typeof letterKeys === 'boolean' && { letterKeys }),
    ...(typeof logScale === 'boolean' && { logScale }),
    ...(typeof hasDragged === 'boolean' && { hasDragged }),
    ...(typeof open === 'object' && open !== null && { open: open as Preferences['open'] }),
  }
}

const nextTheme: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

export function cycleTheme(): void {
  preferences.setState(({ theme }) => ({ theme: nextTheme[theme] }))
}

export function setLetterKeys(letterKeys: boolean): void {
  preferences.setState({ letterKeys })
}

export function setLogScale(logScale: boolean): void {
  preferences.setState({ logScale })
}

export function setHasDragged(): void {
  preferences.setState({ hasDragged: true })
}

export function setOpen(drawer: string, open: boolean): void {
  preferences.setState((state) => ({ open: { ...state.open, [drawer]: open } }))
}
