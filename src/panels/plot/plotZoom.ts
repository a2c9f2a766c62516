// Zoom and pan come when someone comes near a plot.
import type { RefObject } from 'react'
import { useZoom, type Zoom } from '../../plot/useZoom.ts'
import { arrival } from '../../ui/parts/arrival.ts'

export const zoomBehavior = arrival(
  async () => (await import('../../plot/zoomBehavior.ts')).attachZoom,
)

export const usePlotZoom = (svg: RefObject<SVGSVGElement | null>): Zoom =>
  useZoom(svg, zoomBehavior)
