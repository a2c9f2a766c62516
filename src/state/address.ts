// The address bar always holds the link to what is shown, and editing it redraws.
import { spelledOut } from './edits.ts'
import type { Lab } from './lab.ts'
import { encodeLink } from './link.ts'

/** Browsers refuse more than a hundred replacements in half a minute. */
const shortestPause = 320

/** The link to what a lab shows now. */
export const linkOf = (lab: Lab, encode?: (text: string) => string): string => {
  const { experiment, playhead } = lab.store.getState()
  return encodeLink(spelledOut(experiment, Math.floor(playhead)), encode)
}

/**
 * Ties a lab to the address bar.
 * @returns the function that unties it
 */
export function followAddress(lab: Lab): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let written = ''
  const write = () => {
    timer = undefined
    const { playing, problems } = lab.store.getState()
    // A link that could only be read in part stays to be corrected.
    if (playing || problems.length) return
    written = linkOf(lab)
    if (written !== location.hash) history.replaceState(history.state, '', written)
  }
  const later = () => {
    timer ??= setTimeout(write, shortestPause)
  }
  const read = () => {
    if (location.hash !== written) lab.openLink(location.hash)
  }
  const unsubscribe = lab.store.subscribe((state, before) => {
    if (
      state.experiment !== before.experiment ||
      state.playhead !== before.playhead ||
      state.playing !== before.playing
    )
      later()
  })
  addEventListener('hashchange', read)
  later()
  return () => {
    clearTimeout(timer)
    unsubscribe()
    removeEventListener('hashchange', read)
  }
}
