import { Suspense, useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { preferences } from '../state/preferences.ts'
import { FileDrop } from './FileDrop.tsx'
import { Header } from './Header.tsx'
import { labs } from './labs.ts'
import type { Rooms } from './openLabs.ts'
import { Problem } from './Problem.tsx'

/** The page: header, what could not be read, and the lab. */
export function App({ rooms }: { readonly rooms: Rooms }) {
  const theme = useStore(preferences, (state) => state.theme)
  const id = useStore(rooms.store, (state) => state.id)
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  const lab = rooms.current()
  const { View } = labs.find((candidate) => candidate.id === id) ?? labs[0]
  return (
    <>
      <Header rooms={rooms} lab={lab} />
      <Problem lab={lab} />
      <FileDrop openFile={rooms.openFile} />
      <Suspense>
        <View key={id} lab={lab} />
      </Suspense>
    </>
  )
}
