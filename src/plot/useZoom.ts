import type { ZoomTransform } from 'd3'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { attachZoom, Gestures, ZoomBehavior } from './zoomBehavior.ts'

/** What is seen where the zoom begins. */
interface Rest {
  /** Says all of it: where that is another, the zoom begins anew. */
  readonly of: string
  /** How many times larger it is already than where nobody has zoomed. */
  readonly magnified: number
  /** Takes how it is zoomed when someone has let go of it. */
  readonly onEnd: (transform: ZoomTransform) => void
}

export interface Zoom extends Pick<ZoomBehavior, 'by' | 'center' | 'pan'> {
  /** How the view is zoomed and panned since it rested; nothing if it is not. */
  readonly transform: ZoomTransform | undefined
  readonly reset: () => void
  readonly rest: (rest: Rest) => void
}

/** How the behavior is loaded: however long that takes, or for someone who waits. */
export interface ZoomSource {
  readonly whole: () => Promise<typeof attachZoom>
  readonly soon: () => Promise<typeof attachZoom>
}

type Act = (behavior: ZoomBehavior) => void

/**
 * Zoom and pan of an SVG. The behavior is loaded when someone comes near.
 * @param of what is zoomed: how another thing was zoomed means nothing for it
 */
export function useZoom(
  svg: RefObject<SVGSVGElement | null>,
  source: ZoomSource,
  of: string,
  gestures?: Gestures,
): Zoom {
  const [zoomed, setZoomed] = useState<{ readonly by: ZoomTransform; readonly of: string }>()
  const behavior = useRef<ZoomBehavior>(undefined)
  const rest = useRef<Rest>({ of, magnified: 1, onEnd: () => undefined })
  const queue = useRef<(act: Act) => void>(undefined)
  const follow = useRef<(act: Act) => void>(undefined)

  useEffect(() => {
    const element = svg.current
    if (!element) return
    let gone = false
    let following: Act | undefined
    /** What was asked for before the behavior was there: who is early loses nothing. */
    const early: Act[] = []
    const attach = (attachTo: typeof attachZoom) => {
      if (gone || behavior.current) return
      element.removeEventListener('wheel', turn)
      behavior.current = attachTo(
        element,
        {
          onZoom: (by) =>
            setZoomed(
              by.k === 1 && by.x === 0 && by.y === 0 ? undefined : { by, of: rest.current.of },
            ),
          onEnd: (by) => rest.current.onEnd(by),
        },
        gestures,
      )
      behavior.current.renew(rest.current.magnified)
      for (const act of [...early.splice(0), ...(following ? [following] : [])])
        act(behavior.current)
    }
    const begin = () => void source.whole().then(attach)
    queue.current = (act) => {
      early.push(act)
      // What is late is forgotten: nobody waits for it to happen by itself.
      source.soon().then(attach, () => early.splice(0))
    }
    follow.current = (act) => {
      if (!following) begin()
      following = act
    }
    const turn = (event: WheelEvent) => {
      // Else the browser zooms all of the page.
      if (event.ctrlKey) event.preventDefault()
      queue.current?.(() => element.dispatchEvent(new WheelEvent('wheel', event)))
    }
    element.addEventListener('pointerenter', begin, { once: true })
    element.addEventListener('wheel', turn, { passive: false })
    return () => {
      gone = true
      element.removeEventListener('pointerenter', begin)
      element.removeEventListener('wheel', turn)
      behavior.current?.detach()
      behavior.current = undefined
    }
  }, [svg, source, gestures])

  const [moves] = useState(() => {
    const now = (act: Act, before: typeof queue) =>
      behavior.current ? act(behavior.current) : before.current?.(act)
    const reset = () => behavior.current?.renew(rest.current.magnified)
    return {
      by: (...how: Parameters<Zoom['by']>) => now((it) => it.by(...how), queue),
      pan: (...how: Parameters<Zoom['pan']>) => now((it) => it.pan(...how), queue),
      // Asked for by the page itself, at every step: only the last one counts.
      center: (...how: Parameters<Zoom['center']>) => now((it) => it.center(...how), follow),
      reset,
      rest(next: Rest) {
        const isOther = next.of !== rest.current.of
        rest.current = next
        if (isOther) reset()
      },
    }
  })
  return { transform: zoomed?.of === of ? zoomed.by : undefined, ...moves }
}
