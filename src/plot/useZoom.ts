import { select, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

const mostOut = 1 / 16
const mostIn = 1e5
const stride = 1.5

export interface Zoom {
  readonly transform: ZoomTransform
  readonly isZoomed: boolean
  /** Larger or smaller around a point in pixels. */
  readonly by: (direction: 1 | -1, around?: readonly [number, number]) => void
  readonly reset: () => void
}

/** Zoom and pan of an SVG by wheel, drag and pinch; a touch with one finger still scrolls the page. */
export function useZoom(svg: RefObject<SVGSVGElement | null>): Zoom {
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity)
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown>>(undefined)

  useEffect(() => {
    if (!svg.current) return
    const element = select(svg.current)
    behavior.current = zoom<SVGSVGElement, unknown>()
      .scaleExtent([mostOut, mostIn])
      .filter(isMeant)
      .on('zoom', (event: { transform: ZoomTransform }) => setTransform(event.transform))
    element.call(behavior.current).on('dblclick.zoom', null).style('touch-action', 'pan-y')
    return () => {
      element.on('.zoom', null)
    }
  }, [svg])

  const by = useCallback<Zoom['by']>(
    (direction, around) => {
      if (!svg.current || !behavior.current) return
      behavior.current.scaleBy(select(svg.current), stride ** direction, around && [...around])
    },
    [svg],
  )
  const reset = useCallback(() => {
    if (svg.current && behavior.current)
      behavior.current.transform(select(svg.current), zoomIdentity)
  }, [svg])

  const { k, x, y } = transform
  return { transform, isZoomed: k !== 1 || x !== 0 || y !== 0, by, reset }
}

/** Handles keep their own gestures; one finger scrolls; the right button is the browser's. */
function isMeant(event: Event): boolean {
  if (event.target instanceof Element && event.target.closest('[role=slider]')) return false
  if (event.type.startsWith('touch')) return (event as TouchEvent).touches.length > 1
  return !(event instanceof MouseEvent) || event.button === 0
}
