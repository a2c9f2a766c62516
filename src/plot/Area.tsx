import type { ReactNode } from 'react'
import type { View } from './view.ts'

/** Cuts off what leaves the drawing area. A nested viewport costs the browser less than a clip path. */
export function Area({ view, children }: { readonly view: View; readonly children: ReactNode }) {
  const { left, top, right, bottom } = view.margins
  const width = Math.max(0, view.width - left - right)
  const height = Math.max(0, view.height - top - bottom)
  return (
    <svg
      x={left}
      y={top}
      width={width}
      height={height}
      viewBox={`${left} ${top} ${width} ${height}`}
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}
