// d3's drag, apart from the rest: nothing is dragged before the first picture is there.
import { type D3DragEvent, drag, select } from 'd3'

export interface Gesture {
  readonly onStart?: () => void
  /** To a pixel of the drawing that the handle stands in. */
  readonly onDrag: (x: number, y: number) => void
  readonly onEnd?: () => void
  /** A drag begins where the pointer is, not where the handle is. */
  readonly isAtOnce?: boolean
}

type Event = D3DragEvent<SVGGElement, unknown, { x: number; y: number }>

/** Lets a handle be dragged by mouse, pen or finger. @returns what ends that */
export function attachDrag(handle: SVGGElement, now: () => Gesture): () => void {
  const element = select(handle)
  element.call(
    drag<SVGGElement, unknown>()
      .container(() => handle.ownerSVGElement ?? handle)
      .subject(({ x, y }: Event) => ({ x, y }))
      .on('start', ({ x, y }: Event) => {
        handle.focus({ preventScroll: true })
        now().onStart?.()
        if (now().isAtOnce) now().onDrag(x, y)
      })
      .on('drag', ({ x, y }: Event) => now().onDrag(x, y))
      .on('end', () => now().onEnd?.()),
  )
  return () => {
    element.on('.drag', null)
  }
}
