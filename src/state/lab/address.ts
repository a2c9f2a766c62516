// The address bar always holds the link to what is shown, and editing it redraws.
import type { Lab, LabState } from './lab.ts'

/** Browsers refuse more than a hundred replacements in half a minute. */
const shortestPause = 320
const pauseAfterRefusal = 5000

/** A lab that writes its link into the address bar. */
export interface Tie {
  /** Takes what the bar holds now. */
  readonly read: () => void
  /** Writes what is to be written at once. */
  readonly write: () => void
  readonly end: () => void
}

/** Ties a lab to the address bar. */
export function followAddress(lab: Lab): Tie {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What the bar held when it was last read or written, as the browser spells it. */
  let held = location.hash
  let written = ''
  /** A link that could only be read in part stays to be corrected, until something changes. */
  let isPartly = lab.store.getState().problems.length > 0

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    // Someone has just changed it: it is about to be read.
    if (isPartly || location.hash !== held) return
    const link = lab.link()
    if (link === written) return
    try {
      history.replaceState(history.state, '', link)
    } catch {
      // Refused, as in some frames: there will be another moment.
      timer = setTimeout(write, pauseAfterRefusal)
      return
    }
    written = link
    held = location.hash
  }
  const later = () => {
    timer ??= setTimeout(write, shortestPause)
  }
  const read = () => {
    held = location.hash
    written = ''
    lab.openLink(held)
    isPartly = lab.store.getState().problems.length > 0
    later()
  }
  const unsubscribe = lab.store.subscribe((state, before) => {
    if (isAnother(state, before)) isPartly = false
    if (isAnother(state, before) || state.playing !== before.playing) later()
  })
  later()
  return {
    read,
    write,
    end() {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}

/** Whether the link has changed: while it plays the step does not count, and a shorter run moves no one's step. */
function isAnother(state: LabState, before: LabState): boolean {
  if (state.experiment !== before.experiment) return true
  if (state.problems !== before.problems && state.problems.length === 0) return true
  const isMoved = Math.floor(state.playhead) !== Math.floor(before.playhead)
  return isMoved && !state.playing && state.shown === before.shown
}
