// What a visitor prefers, kept from visit to visit.
import { persist } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'

type Theme = 'system' | 'light' | 'dark'

export interface Preferences {
  readonly theme: Theme
  /** Whether single letters are keys. */
  readonly letterKeys: boolean
  readonly logScale: boolean
  /** Drawers opened or closed by hand; where nothing is said, the width of the page decides. */
  readonly open: Readonly<Record<string, boolean>>
}

export const preferences = createStore<Preferences>()(
  persist(() => ({ theme: 'system', letterKeys: true, logScale: false, open: {} }) as Preferences, {
    name: 'descent',
  }),
)

const nextTheme: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

export function cycleTheme(): void {
  preferences.setState(({ theme }) => ({ theme: nextTheme[theme] }))
}

export function setOpen(drawer: string, open: boolean): void {
  preferences.setState((state) => ({ open: { ...state.open, [drawer]: open } }))
}
