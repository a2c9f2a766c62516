import { flushSync } from 'react-dom'
import { placeAttribute } from '../../ui/place.tsx'

/** The button with the name of a racer. */
export const nameOf = (run: number): string => `button[aria-pressed][data-run="${run}"]`

/** Does what may take the pressed button away: then the focus goes to the first of some places that is there. */
export function keepFocus(pressed: Element, places: readonly string[], act: () => void): void {
  const lab = pressed.closest(`[${placeAttribute}]`)
  flushSync(act)
  if (pressed.isConnected) return
  const [next] = places.flatMap((place) => lab?.querySelector<HTMLElement>(place) ?? [])
  next?.focus()
}
