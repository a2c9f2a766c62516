import { type RefCallback, useCallback, useLayoutEffect, useRef } from 'react'
import type { attachDrag, Gesture } from './dragBehavior.ts'

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
