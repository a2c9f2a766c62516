// app/: the page around the labs: header, keys, files; labs.ts is its only list.
import { useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { Problem } from '../scenes/Problem.tsx'
import { preferences } from '../state/preferences.ts'
import { Boundary } from '../ui/parts/Boundary.tsx'
import { FileDrop } from './FileDrop.tsx'
import { Header } from './Header.tsx'
import type { OpenLabs } from './openLabs.ts'
import { places } from './places.ts'

/** The page: header, what could not be read, and the lab. */
export function App({ openLabs }: { readonly openLabs: OpenLabs }) {
  const theme = useStore(preferences, (state) => state.theme)
  useStore(openLabs.store, (state) => state.id)
  const place = useStore(openLabs.store, (state) => state.place)
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  const { lab, view } = openLabs.current()
  const Elsewhere = places.find(({ id }) => id === place)?.View
  return (
    <>
      <Boundary>
        <Header openLabs={openLabs} lab={lab} place={place} />
      </Boundary>
      <Problem lab={lab} />
      <FileDrop openFile={openLabs.openFile} />
      <main>
        {Elsewhere ? <Elsewhere stage={openLabs.stage} openFile={openLabs.openFile} /> : view}
      </main>
    </>
  )
}
