import { useState } from 'react'
import type { Region } from '../core/landscape/landscape.ts'

/**
 * The window object of before while its numbers are the same, so that nothing is drawn anew for nothing.
 * @param isHeld the window stands still: else what is dragged in it would run away from under the pointer
 */
export function useSameWindow(window: Region, isHeld: boolean): Region {
  const [kept, keep] = useState(window)
  const same = isHeld || [...kept.x, ...kept.y].join() === [...window.x, ...window.y].join()
  if (!same) keep(window)
  return same ? kept : window
}
