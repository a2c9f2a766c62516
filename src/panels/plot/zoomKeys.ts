import type { KeyboardEvent } from 'react'
import type { PlotZoom } from './plotZoom.ts'

/** How far a key moves the view, in pixels. */
const stride = 60

const pans: Readonly<Record<string, readonly [number, number]>> = {
  a: [stride, 0],
  d: [-stride, 0],
  w: [0, stride],
  s: [0, -stride],
}

/** What the keys do, for those who cannot see it. */
export const zoomKeysInWords =
  'Plus and minus zoom, W, A, S and D move the view, 0 shows all of it.'

/** Zoom and pan by keys, wherever in the plot the focus is; anything typed into a field is left alone. */
export const zoomKeys =
  ({ by, pan, fit }: Pick<PlotZoom, 'by' | 'pan' | 'fit'>) =>
  (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    // The browser's own.
    if (event.altKey || event.metaKey || event.ctrlKey) return
    const move = pans[event.key.toLowerCase()]
    const act = move
      ? () => pan(...move)
      : { '+': () => by(1), '=': () => by(1), '-': () => by(-1), '0': fit }[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
