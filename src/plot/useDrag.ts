import { type D3DragEvent, drag, select } from 'd3'
import { type RefCallback, useCallback, useLayoutEffect, useRef } from 'react'

interface Gesture {
  readonly onStart?: () => void
  /** To a pixel of the drawing that the handle stands in. */
  readonly onDrag: (x: number, y: number) => void
  readonly onEnd?: () => void
  /** A drag begins where the pointer is, not where the handle is. */
  readonly isAtOnce?: boolean
}

type Event = D3DragEvent<SVGGElement, unknown, { x: number; y: number }>

/** Lets a handle be dragged by mouse, pen or finger. */
export function useDrag(gesture: Gesture): RefCallback<SVGGElement> {
  const latest = useRef(gesture)
  useLayoutEffect(() => {
    latest.current = gesture
  })
  return useCallback((handle: SVGGElement) => {
    const element = select(handle)
    element.call(
      drag<SVGGElement, unknown>()
        .container(() => handle.ownerSVGElement ?? handle)
        .subject(({ x, y }: Event) => ({ x, y }))
        .on('start', ({ x, y }: Event) => {
          handle.focus({ preventScroll: true })
          latest.current.onStart?.()
          if (latest.current.isAtOnce) latest.current.onDrag(x, y)
        })
        .on('drag', ({ x, y }: Event) => latest.current.onDrag(x, y))
        .on('end', () => latest.current.onEnd?.()),
    )
    return () => {
      element.on('.drag', null)
    }
  }, [])
}
