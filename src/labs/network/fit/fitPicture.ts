// A fit as a picture to keep: what is on canvas painted once more, between the layers that are elements.

import { clipped } from '../../../plot/picture/clipped.ts'
import type { Layer } from '../../../plot/picture/file.ts'
import { svgPen } from '../../../plot/picture/svgPen.ts'
import type { View } from '../../../plot/view.ts'
import type { FitColours } from './colours.ts'
import { paintBatch, paintDots } from './dots.ts'
import type { Fit } from './fit.ts'
import { groundOf, paintBoundaries } from './ground.ts'
import type { Places } from './places.ts'
import { canvasOf, placeOf } from './raster.ts'

/** What a fit shows at a moment. */
export interface ShownFit {
  readonly frame: HTMLElement
  readonly fit: Fit
  readonly view: View
  readonly colours: FitColours
  readonly places: Places
  readonly answers: Float32Array | undefined
  readonly batch: Uint32Array | undefined
}

/** The layers of a fit; nothing of a table. */
export function fitPicture(shown: ShownFit): readonly Layer[] | undefined {
  const { frame, fit, view, colours, places, batch } = shown
  const [back, ...front] = frame.querySelectorAll<SVGSVGElement>(':scope > svg')
  if (!back) return undefined
  const points = svgPen()
  paintDots(points, fit, places, colours)
  if (batch) paintBatch(points, fit, { places, batch }, colours)
  return [clipped(groundText(shown), view), back, clipped(points.text(), view), ...front]
}

/** The ground as a picture of pixels, and the lines on it. */
function groundText({ fit, view, colours, answers }: ShownFit): string {
  const ground = answers && groundOf(fit, answers, colours)
  if (!ground) return ''
  const { x, y, width, height } = placeOf(ground.raster, view, fit.probe.window)
  const url = canvasOf(ground.raster, document.createElement('canvas')).toDataURL()
  const lines = svgPen()
  paintBoundaries(lines, ground, fit, view, colours.ink)
  return `<image href="${url}" x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none"/>${lines.text()}`
}
