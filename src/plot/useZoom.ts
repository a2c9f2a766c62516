import type { ZoomTransform } from 'd3'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ZoomBehavior } from './zoomBehavior.ts'

export interface Zoom extends Pick<ZoomBehavior, 'by' | 'reset'> {
  /** How the view is zoomed and panned; nothing if it is not. */
  readonly transform: ZoomTransform | undefined
}

/** Zoom and pan of an SVG. */
export function useZoom(svg: RefObject<SVGSVGElement | null>): Zoom {
  const [transform, setTransform] = useState<ZoomTransform>()
  const behavior = useRef<ZoomBehavior>(undefined)

  useEffect(() => {
    let gone = false
    const attach = async () => {
      const { attachZoom } = await import('./zoomBehavior.ts')
      if (gone || !svg.current) return
      behavior.current = attachZoom(svg.current, (next) =>
        setTransform(next.k === 1 && next.x === 0 && next.y === 0 ? undefined : next),
      )
    }
    void attach()
    return () => {
      gone = true
      behavior.current?.detach()
    }
  }, [svg])

  const by = useCallback<Zoom['by']>((...how) => behavior.current?.by(...how), [])
  const reset = useCallback(() => behavior.current?.reset(), [])
  return { transform, by, reset }
}
