import { type RefCallback, useCallback, useLayoutEffect, useRef } from 'react'
import type { attachDrag } from './dragBehavior.ts'

export interface Gesture {
  readonly onStart?: () => void
  /** To a pixel of the drawing that the handle stands in. */
  readonly onDrag: (x: number, y: number) => void
  readonly onEnd?: () => void
  /** A drag begins where the pointer is, not where the handle is. */
  readonly isAtOnce?: boolean
}

/**
 * Lets a handle be dragged.
 * @param attach the behavior, once it is there
 */
export function useDrag(
  gesture: Gesture,
  attach: typeof attachDrag | undefined,
): RefCallback<SVGGElement> {
  const latest = useRef(gesture)
  useLayoutEffect(() => {
    latest.current = gesture
  })
  return useCallback((handle: SVGGElement) => attach?.(handle, () => latest.current), [attach])
}
