import { useStore } from 'zustand'
import type { Lab } from '../../state/lab/lab.ts'
import { toggleFullScreen } from '../../ui/fullScreen.ts'
import { Clock } from '../Clock.tsx'
import type { Session } from '../session.ts'
import { addressOf } from '../talk/address.ts'
import { whereItEnds } from './keeping.ts'
import { Tool } from './Tool.tsx'

interface Props {
  readonly session: Session
  readonly lab: Lab | undefined
  readonly say: (words: string) => void
}

/** The other window, the time, the whole screen, and the ways out. */
export function Windows({ session, lab, say }: Props) {
  const { talk } = useStore(session.store)
  return (
    <>
      <Tool
        name="Speaker view"
        hint="A second window: notes, what comes next, and the timer"
        act={() => say(openSpeaker(session))}
      >
        Speaker
      </Tool>
      <Clock session={session} />
      <Tool name="Full screen" hint="F" act={() => void toggleFullScreen()} />
      <a href={addressOf({ view: 'edit', talk })}>Edit</a>
      <Tool
        name="End"
        hint="Back to where the talk came from"
        act={() => end(whereItEnds(session.store.getState(), lab))}
      />
    </>
  )
}

function end(address: string): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  location.hash = address
}

/** Opens the lecturer's window. @returns what is to be said of it */
function openSpeaker({ store }: Session): string {
  const { talk, lesson, at } = store.getState()
  const address = addressOf({ view: 'speaker', talk, lesson, at })
  const opened = window.open(address, 'descent-speaker', 'popup,width=1100,height=760')
  return opened ? '' : 'The browser did not open a second window: allow pop-ups for this page'
}
