import { useStore } from 'zustand'
import { preferences } from '../../state/preferences.ts'
import { useMedia } from '../../ui/media.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** A word that changes whenever colours may have changed: for what reads them from the style sheet. */
export function useTheme(): string {
  const chosen = useStore(preferences, (state) => state.theme)
  const isDark = useMedia(dark)
  return chosen === 'system' ? (isDark ? 'dark' : 'light') : chosen
}
