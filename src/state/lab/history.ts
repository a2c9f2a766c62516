// Undo and redo over everything: experiments are values, so a step back is the value of before.

/** Moments are whatever a step back brings again. */
export interface History<Moment> {
  readonly past: readonly Moment[]
  readonly future: readonly Moment[]
  /** What the last change was about, and when it was (ms): a drag is one step back, not a hundred. */
  readonly last: { readonly about: string; readonly at: number } | undefined
}

export const noHistory: History<never> = { past: [], future: [], last: undefined }

const most = 200
/** Changes of one thing within this time belong together (ms). */
const together = 1000

/** The history after a change. */
export function remember<Moment>(
  { past, last }: History<Moment>,
  before: Moment,
  about: string,
  now: number,
): History<Moment> {
  const goesOn = about !== '' && last?.about === about && now - last.at < together
  return {
    past: goesOn ? past : [...past, before].slice(-most),
    future: [],
    last: { about, at: now },
  }
}

/** The moment of before and the history then, if there is one. */
export function stepBack<Moment>(
  { past, future }: History<Moment>,
  now: Moment,
): { moment: Moment; history: History<Moment> } | undefined {
  const moment = past.at(-1)
  return (
    moment && {
      moment,
      history: { past: past.slice(0, -1), future: [...future, now], last: undefined },
    }
  )
}

/** The moment that was taken back last. */
export function stepForward<Moment>(
  { past, future }: History<Moment>,
  now: Moment,
): { moment: Moment; history: History<Moment> } | undefined {
  const moment = future.at(-1)
  return (
    moment && {
      moment,
      history: { past: [...past, now], future: future.slice(0, -1), last: undefined },
    }
  )
}
