// presenting/: talks: scenes in an order that are made, kept, shown on a wall, and led from a second window.
//
// Where a talk stands: what every window of it knows. Changes are pure; time is handed in.
import { queryOf } from './talk/address.ts'
import type { Talk } from './talk/talk.ts'

/** What is seen of a scene, and whether it plays. */
export interface Live {
  /** What has been made of the scene; nothing as long as it is as the talk has it. */
  readonly link?: string | undefined
  readonly isPlaying: boolean
}

export interface Timer {
  /** When it was started (ms), while it runs. */
  readonly since?: number | undefined
  /** What had passed before (ms). */
  readonly spent: number
}

export interface Moment {
  readonly talk: Talk
  /** The lesson whose scenes they are. */
  readonly lesson?: string | undefined
  /** The scene that the lecturer is at, from 0. */
  readonly at: number
  readonly live: Live
  /** What the wall shows while it stands still. */
  readonly held?: { readonly at: number; readonly live: Live } | undefined
  readonly cover?: 'black' | 'qr' | undefined
  readonly timer: Timer
}

const untouched: Live = { isPlaying: false }

/** A talk at one of its scenes, as it begins. */
export const beginning = (talk: Talk, at: number, lesson?: string): Moment => ({
  talk,
  lesson,
  at: Math.min(at, Math.max(talk.scenes.length - 1, 0)),
  live: untouched,
  timer: { spent: 0 },
})

/** Which talk it is: windows of the same talk go together. */
export const idOf = ({ talk, lesson }: Moment): string => lesson ?? queryOf(talk)

/** At another scene, if there is one: the black screen ends, since someone goes on. */
export function goTo(moment: Moment, at: number): Moment {
  const isThere = at >= 0 && at < moment.talk.scenes.length
  return {
    ...moment,
    cover: undefined,
    ...(isThere && at !== moment.at && { at, live: untouched }),
  }
}

/** With a cover over the wall, or without it if it is there already. */
export const covered = (moment: Moment, cover: Moment['cover']): Moment => ({
  ...moment,
  cover: moment.cover === cover ? undefined : cover,
})

/** The wall stands still, or is where the lecturer is again. */
export const frozen = (moment: Moment): Moment => ({
  ...moment,
  held: moment.held ? undefined : { at: moment.at, live: { ...moment.live, isPlaying: false } },
})

/** What the wall shows. */
export const onWall = (moment: Moment): { readonly at: number; readonly live: Live } =>
  moment.held ?? moment

/** Milliseconds on a timer. */
export const timeOn = ({ since, spent }: Timer, now: number): number =>
  spent + (since === undefined ? 0 : Math.max(now - since, 0))

/** A timer that ran stands, one that stood runs. */
export const switched = (timer: Timer, now: number): Timer =>
  timer.since === undefined ? { ...timer, since: now } : { spent: timeOn(timer, now) }

/** A time as it is read: 4:05, 1:04:05. */
export function clockWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (part: number) => String(part).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
