// app/: the page around the labs: header, keys, files; labs.ts is its only list.
import { useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { type Arrangement, ArrangementContext } from '../panels/lab/arrangement.tsx'
import { Problem } from '../scenes/Problem.tsx'
import { preferences } from '../state/preferences.ts'
import { Boundary } from '../ui/parts/Boundary.tsx'
import { part } from '../ui/parts/Part.tsx'
import { FileDrop } from './FileDrop.tsx'
import type { Framing } from './framing.ts'
import { Header } from './Header.tsx'
import type { OpenLabs } from './openLabs.ts'

const Elsewhere = part(async () => (await import('./Elsewhere.tsx')).Elsewhere)

const whole: Arrangement = {}

interface Props {
  readonly openLabs: OpenLabs
  /** What is shown in a frame of another page. */
  readonly framing?: Framing | undefined
}

/** The page: header, what could not be read, and the lab. */
export function App({ openLabs, framing }: Props) {
  const theme = useStore(preferences, (state) => state.theme)
  useStore(openLabs.store, (state) => state.id)
  const place = useStore(openLabs.store, (state) => state.place)
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  const { lab, view } = openLabs.current()
  return (
    <>
      {!framing && (
        <Boundary>
          <Header openLabs={openLabs} lab={lab} place={place} />
        </Boundary>
      )}
      <Problem lab={lab} engine={lab.engine} />
      <FileDrop openFile={openLabs.openFile} />
      <main>
        {place === undefined ? (
          <ArrangementContext value={framing ?? whole}>{view}</ArrangementContext>
        ) : (
          <Elsewhere place={place} engine={lab.engine} openFile={openLabs.openFile} />
        )}
      </main>
      {framing && (
        <framing.Bar {...{ lab }} unknown={framing.unknown} isElsewhere={place !== undefined} />
      )}
    </>
  )
}
