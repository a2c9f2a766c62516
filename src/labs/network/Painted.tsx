import { useLayoutEffect, useRef } from 'react'
import { cleared } from '../../plot/canvas.ts'
import type { View } from '../../plot/view.ts'

interface Props {
  readonly view: View
  /** The same function as long as it paints the same. */
  readonly paint: (context: CanvasRenderingContext2D) => void
  readonly className?: string | undefined
}

/** A canvas under a plot, painted anew when what is painted changes. */
export function Painted({ view, paint, className }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (canvas.current && view.width > 0) paint(cleared(canvas.current, view))
  }, [view, paint])
  return <canvas ref={canvas} className={className} />
}
