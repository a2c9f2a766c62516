// What is made of a scene in one window is seen in the other.
import { useEffect } from 'react'
import type { Lab } from '../state/lab/lab.ts'
import { type Live, type Moment, onWall } from './moment.ts'
import type { Session } from './session.ts'

/** What is dragged is said so often (ms). */
const pause = 150

const isSame = (a: Live, b: Live) => a.link === b.link && a.isPlaying === b.isPlaying
/** A clicker goes on in the talk, and touches no scene. */
const isClicker = (event: Event) => event instanceof KeyboardEvent && event.key.startsWith('Page')

/** What a window shows: the wall may stand still while the lecturer goes on. */
const shownIn = ({ view }: Session, moment: Moment) => (view === 'show' ? onWall(moment) : moment)

/**
 * Ties what a lab shows to the moment of a talk. Only what someone does in this window is said: what comes from the other
 * one is never sent back, in whichever words the lab has it.
 * @param place what the lab stands in
 */
export function useLive(session: Session, lab: Lab | undefined, place: HTMLElement | null): void {
  useEffect(() => {
    if (lab && place) return tie(session, lab, place)
  }, [session, lab, place])
}

function tie(session: Session, lab: Lab, place: HTMLElement): () => void {
  const shown = () => shownIn(session, session.store.getState())
  const sceneAt = (at: number) => session.store.getState().talk.scenes[at]?.link
  let isTouched = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let { at, live } = shown()
  const touch = (event: Event) => {
    if (!isClicker(event)) isTouched = true
  }
  const say = () => {
    timer = undefined
    if (!isTouched || (session.view === 'show' && session.store.getState().held)) return
    const { playing } = lab.store.getState()
    const next = { link: playing && live.isPlaying ? live.link : lab.link(), isPlaying: playing }
    if (isSame(next, live)) return
    live = next
    session.change((moment) => ({ ...moment, live }))
  }
  const later = () => {
    timer ??= setTimeout(say, pause)
  }
  const follow = (next: Live) => {
    if (next.link !== undefined && next.link !== lab.link()) lab.openLink(next.link)
    if (next.isPlaying !== lab.store.getState().playing) lab[next.isPlaying ? 'play' : 'pause']()
  }
  const take = () => {
    const next = shown()
    if (next.at !== at) {
      clearTimeout(timer)
      timer = undefined
      isTouched = false
      // What has not changed by going on is as the talk has it, all the same.
      const link = sceneAt(next.at)
      if (link !== undefined && link === sceneAt(at)) lab.openLink(link)
    }
    at = next.at
    if (isSame(next.live, live)) return
    isTouched = false
    live = next.live
    follow(live)
  }
  follow(live)
  const endings = [lab.store.subscribe(later), session.store.subscribe(take)]
  const touches = ['pointerdown', 'input'] as const
  for (const type of touches) place.addEventListener(type, touch, true)
  document.addEventListener('keydown', touch, true)
  return () => {
    clearTimeout(timer)
    for (const end of endings) end()
    for (const type of touches) place.removeEventListener(type, touch, true)
    document.removeEventListener('keydown', touch, true)
  }
}
