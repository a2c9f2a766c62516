import { useStore } from 'zustand'
import { preferences } from '../../state/preferences.ts'
import { useMedia } from '../../ui/media.ts'
import { paper } from '../../ui/paper.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** A word that changes whenever colours may have changed: for what reads them from the style sheet. */
export function useTheme(): string {
  const chosen = useStore(preferences, (state) => state.theme)
  const isDark = useMedia(dark)
  if (useMedia(paper)) return 'paper'
  return chosen === 'system' ? (isDark ? 'dark' : 'light') : chosen
}
