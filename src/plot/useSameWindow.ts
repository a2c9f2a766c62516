import { useState } from 'react'
import type { Window } from './view.ts'

/** The window object of before while its numbers are the same, so that nothing is drawn anew for nothing. */
export function useSameWindow(window: Window): Window {
  const [kept, keep] = useState(window)
  const same = [...kept.x, ...kept.y].join() === [...window.x, ...window.y].join()
  if (!same) keep(window)
  return same ? kept : window
}
