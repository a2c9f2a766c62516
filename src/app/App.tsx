import { useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { CurveLab } from '../labs/curve/CurveLab.tsx'
import type { Lab } from '../state/lab.ts'
import { preferences } from '../state/preferences.ts'
import { FileDrop } from './FileDrop.tsx'
import { Header } from './Header.tsx'
import { Problem } from './Problem.tsx'

/** The page: header, what could not be read, and the lab. */
export function App({ lab }: { readonly lab: Lab }) {
  const theme = useStore(preferences, (state) => state.theme)
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  return (
    <>
      <Header lab={lab} />
      <Problem lab={lab} />
      <FileDrop lab={lab} />
      <CurveLab lab={lab} />
    </>
  )
}
