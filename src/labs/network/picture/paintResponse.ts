// One response, enlarged.
import type { Probe } from '../../../core/networks/probe.ts'
import { drawingArea } from '../../../plot/labels/box.ts'
import { linearNice } from '../../../plot/scale.ts'
import { type Sheet as Frame, marginsFor, type View, viewOf } from '../../../plot/view.ts'
import type { Look } from './look.ts'
import { paintCurve } from './paintCurve.ts'
import { fillPlane, type Sheet, sheetOf } from './paintPlane.ts'
import { extentOf, type Response, scaleOf, sizeOfExtent } from './responses.ts'

/** In ems. */
const margins = { top: 0.6, right: 0.8, bottom: 1.7, left: 3 }
/** Of more than two inputs, responses are counted in so many bins. */
const bins = 24

type Interval = readonly [number, number]

/** Over the window of the data: the plane of two inputs, the values along one, or else how often which response comes. */
export function enlargedView(frame: Frame, probe: Probe, response: Response): View {
  const [x, second] = probe.window
  const { least, most } = extentOf(response)
  const values = niceInterval([Math.min(0, least), Math.max(0, most)])
  const y = second ?? values
  const counts = (): Interval => niceInterval([0, Math.max(...countsOf(response, values))])
  const region = x ? { x, y } : { x: values, y: counts() }
  return viewOf(frame, region, marginsFor(frame.text, margins))
}

const niceInterval = ([from, to]: Interval): Interval => {
  const [low = 0, high = 1] = linearNice(from < to ? [from, to] : [from, from + 1], [0, 1]).domain()
  return [low, high]
}

/** How many of the responses lie in each of some equal parts of an interval. */
function countsOf({ values, from, stride, count }: Response, [low, high]: Interval): number[] {
  const counts = Array<number>(bins).fill(0)
  for (let i = 0, at = from; i < count; i++, at += stride) {
    const bin = Math.floor((((values[at] as number) - low) / (high - low)) * bins)
    if (bin >= 0 && bin <= bins) (counts[Math.min(bin, bins - 1)] as number)++
  }
  return counts
}

interface What {
  readonly probe: Probe
  readonly response: Response
  readonly look: Look
}

/** A painter of enlarged responses; it keeps its sheet of pixels. */
export function responsePainter(): (
  context: CanvasRenderingContext2D,
  view: View,
  what: What,
) => void {
  let sheet: (Sheet & { readonly side: number }) | undefined
  return (context, view, what) => {
    const { probe, response, look } = what
    const area = drawingArea(view)
    if (probe.inputs === 1) return paintCurve(context, area, response, view.y, look)
    if (probe.inputs !== 2) return paintCounts(context, view, what)
    const side = probe.columns
    if (sheet?.side !== side) sheet = { ...sheetOf(side, 1), side }
    const size = scaleOf(sizeOfExtent(extentOf(response)), 0)
    fillPlane(sheet.pixels, { offset: 0, side, width: side }, response, probe, size, look.colors)
    sheet.show()
    context.drawImage(sheet.canvas, area.x, area.y, area.width, area.height)
  }
}

/** Responses over data of many inputs: how often which comes. */
function paintCounts(context: CanvasRenderingContext2D, { x, y }: View, { response, look }: What) {
  const [low = 0, high = 1] = x.domain()
  const step = (high - low) / bins
  for (const [bin, count] of countsOf(response, [low, high]).entries()) {
    const from = low + bin * step
    context.fillStyle = from + step / 2 < 0 ? look.negative : look.positive
    const [left, top] = [x(from), y(count)]
    context.fillRect(left, top, Math.max(1, x(from + step) - left - 1), y(0) - top)
  }
}
