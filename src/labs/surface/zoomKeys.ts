import type { KeyboardEvent } from 'react'
import type { PlotZoom } from '../../panels/plot/plotZoom.ts'

/** How far a key moves the view, in pixels. */
const stride = 60

const pans: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [stride, 0],
  ArrowRight: [-stride, 0],
  ArrowUp: [0, stride],
  ArrowDown: [0, -stride],
}

/** What the keys do, for those who cannot see it. */
export const zoomKeysInWords =
  'Plus and minus zoom, Ctrl with arrow keys moves the view, 0 shows all of it.'

/** Zoom and pan by keys, wherever in the plot the focus is; anything typed into a field is left alone. */
export const zoomKeys =
  ({ by, pan, fit }: PlotZoom) =>
  (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.altKey || event.metaKey) return
    const move = event.ctrlKey ? pans[event.key] : undefined
    const act = event.ctrlKey
      ? move && (() => pan(...move))
      : { '+': () => by(1), '=': () => by(1), '-': () => by(-1), '0': fit }[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
