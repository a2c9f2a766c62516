import type { ZoomTransform } from 'd3'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ZoomBehavior } from './zoomBehavior.ts'

export interface Zoom extends Pick<ZoomBehavior, 'by' | 'center' | 'pan' | 'reset'> {
  /** How the view is zoomed and panned; nothing if it is not. */
  readonly transform: ZoomTransform | undefined
}

/** Zoom and pan of an SVG. The behavior is loaded when someone comes near. */
export function useZoom(svg: RefObject<SVGSVGElement | null>): Zoom {
  const [transform, setTransform] = useState<ZoomTransform>()
  const behavior = useRef<ZoomBehavior>(undefined)
  const load = useRef<() => Promise<void>>(undefined)

  useEffect(() => {
    const element = svg.current
    if (!element) return
    let gone = false
    const early: WheelEvent[] = []
    const attach = async () => {
      const { attachZoom } = await import('./zoomBehavior.ts')
      if (gone) return
      element.removeEventListener('wheel', keep)
      behavior.current ??= attachZoom(element, (next) =>
        setTransform(next.k === 1 && next.x === 0 && next.y === 0 ? undefined : next),
      )
      for (const event of early.splice(0)) element.dispatchEvent(new WheelEvent('wheel', event))
    }
    // Who turns the wheel before the behavior is there loses nothing.
    const keep = (event: WheelEvent) => {
      event.preventDefault()
      early.push(event)
      void attach()
    }
    const begin = () => void attach()
    load.current = attach
    element.addEventListener('pointerenter', begin, { once: true })
    element.addEventListener('wheel', keep, { passive: false })
    return () => {
      gone = true
      element.removeEventListener('pointerenter', begin)
      element.removeEventListener('wheel', keep)
      behavior.current?.detach()
      behavior.current = undefined
    }
  }, [svg])

  const [by, center, pan] = useState(() => {
    const later =
      <A extends unknown[]>(act: (behavior: ZoomBehavior, ...how: A) => void) =>
      (...how: A) => {
        void load.current?.().then(() => behavior.current && act(behavior.current, ...how))
      }
    return [
      later<Parameters<Zoom['by']>>((it, ...how) => it.by(...how)),
      later<Parameters<Zoom['center']>>((it, ...how) => it.center(...how)),
      later<Parameters<Zoom['pan']>>((it, ...how) => it.pan(...how)),
    ] as const
  })[0]
  const reset = useCallback(() => behavior.current?.reset(), [])
  return { transform, by, center, pan, reset }
}
