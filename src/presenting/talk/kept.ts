// The talk that someone is making: kept from visit to visit, with what it was before.
import { createStore } from 'zustand/vanilla'
import { isRecord } from '../../core/experiment/form.ts'
import { keep, kept } from '../../state/keeping.ts'
import { readTalk } from './file.ts'
import { nothing, type Talk } from './talk.ts'

interface Kept {
  readonly talk: Talk
  /** What can be undone, the last at the end. */
  readonly past: readonly Talk[]
  readonly future: readonly Talk[]
  /** What the last change was about: more of the same is one change. */
  readonly about?: string | undefined
}

const place = 'descent-talk'
const longestPast = 50

const talkIn = (value: unknown): Talk =>
  isRecord(value)
    ? (readTalk(JSON.stringify({ talk: value.title, scenes: value.scenes }), '')?.talk ?? nothing)
    : nothing

/** What was kept may be of another version, or garbage: only what has the right form counts. */
export function wellFormed(said: unknown): Kept {
  const { talk, past, future } = isRecord(said) ? said : {}
  const all = (talks: unknown) => (Array.isArray(talks) ? talks.map(talkIn) : [])
  return { talk: talkIn(talk), past: all(past), future: all(future) }
}

/** The talk that is being made. */
export const ownTalk = createStore<Kept>(() => wellFormed(kept(place)))

keep(ownTalk, place)

/** Another window may have gone on with the same talk. */
function refresh(): void {
  const said = kept(place)
  if (said === undefined) return
  const there = wellFormed(said)
  if (JSON.stringify(there.talk) !== JSON.stringify(ownTalk.getState().talk))
    ownTalk.setState(there, true)
}

/** Follows what other windows of this browser make of the talk. @returns what ends it */
export function followOthers(): () => void {
  const listen = ({ key }: StorageEvent) => key === place && refresh()
  addEventListener('storage', listen)
  return () => removeEventListener('storage', listen)
}

/** Changes the talk. @param about changes about the same that follow each other are undone as one */
export function changeTalk(by: (talk: Talk) => Talk, about?: string): void {
  refresh()
  ownTalk.setState(({ talk, past, about: before }) => {
    const next = by(talk)
    if (next === talk) return {}
    const isSame = about !== undefined && about === before
    return {
      talk: next,
      past: isSame ? past : [...past, talk].slice(-longestPast),
      future: [],
      about,
    }
  })
}

export function undoTalk(): void {
  ownTalk.setState(({ talk, past, future }) => {
    const before = past.at(-1)
    if (!before) return {}
    return { talk: before, past: past.slice(0, -1), future: [talk, ...future], about: undefined }
  })
}

export function redoTalk(): void {
  ownTalk.setState(({ talk, past, future: [next, ...future] }) =>
    next ? { talk: next, past: [...past, talk], future, about: undefined } : {},
  )
}
