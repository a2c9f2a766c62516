import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { preferences } from '../../state/preferences.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** A word that changes whenever colours may have changed: for what reads them from the style sheet. */
export function useTheme(): string {
  const chosen = useStore(preferences, (state) => state.theme)
  const [system, setSystem] = useState(dark.matches)
  useEffect(() => {
    const update = () => setSystem(dark.matches)
    dark.addEventListener('change', update)
    return () => dark.removeEventListener('change', update)
  }, [])
  return chosen === 'system' ? (system ? 'dark' : 'light') : chosen
}
