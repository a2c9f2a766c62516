// Units on canvas: each a tile with its response.

import type { Moment } from '../../../core/networks/moment.ts'
import type { Architecture } from '../../../core/networks/network.ts'
import type { Probe } from '../../../core/networks/probe.ts'
import { boxAround } from '../../../plot/labels/box.ts'
import { type Column, drawnUnits, type Layout } from './layout.ts'
import type { Look } from './look.ts'
import { heightsIn, paintBar, paintCurve } from './paintCurve.ts'
import { fillPlane, type Sheet, sheetOf } from './paintPlane.ts'
import { extentOf, responseOf, scaleOf, sizeOfExtent } from './responses.ts'

export interface Shown {
  readonly architecture: Architecture
  readonly layout: Layout
  readonly probe: Probe
  readonly moment: Moment
  readonly look: Look
}

/** The responses of the drawn units of a column, with what decides how they look. */
function responsesOf({ probe, moment, architecture }: Shown, column: Column, k: number) {
  const responses = drawnUnits(column).map((unit, i) => {
    const response = responseOf(probe, moment, architecture, [k, unit])
    return { response, extent: extentOf(response), y: column.ys[i] as number }
  })
  const largest = Math.max(...responses.map(({ extent }) => sizeOfExtent(extent)))
  return responses.map((one) => ({ ...one, size: scaleOf(sizeOfExtent(one.extent), largest) }))
}

/** A painter of units; it keeps its sheet of pixels. */
export function unitPainter(): (context: CanvasRenderingContext2D, shown: Shown) => void {
  let sheet: (Sheet & { readonly side: number; readonly count: number }) | undefined
  return (context, shown) => {
    const { probe, layout } = shown
    if (probe.rows === 1) return paintLines(context, shown)
    const sides = layout.columns.map(({ tile }) => sideOf(tile, shown))
    const side = Math.max(...sides)
    const count = layout.columns.reduce((sum, { ys }) => sum + ys.length, 0)
    if (sheet?.side !== side || sheet.count !== count)
      sheet = { ...sheetOf(side, count), side, count }
    paintPlanes(context, shown, sheet, sides)
  }
}

/** The side of a small picture: as many pixels as its tile has, but not more than there are points. */
const sideOf = (tile: number, { probe, look }: Shown): number =>
  Math.max(1, Math.min(probe.columns, probe.rows, Math.round(tile / look.pixel)))

/** Of 2 inputs: as pictures of the plane, one below the other on the sheet. */
function paintPlanes(
  context: CanvasRenderingContext2D,
  shown: Shown,
  { canvas, pixels, show, side: width }: Sheet & { readonly side: number },
  sides: readonly number[],
): void {
  const { layout, probe, look } = shown
  let at = 0
  for (const [k, column] of layout.columns.entries())
    for (const { response, size } of responsesOf(shown, column, k)) {
      const square = { offset: width * width * at++, side: sides[k] as number, width }
      fillPlane(pixels, square, response, probe, size, look.colors)
    }
  show()
  at = 0
  for (const [k, { x, ys, tile }] of layout.columns.entries())
    for (const y of ys) {
      const side = sides[k] as number
      const [left, top] = [x - tile / 2, y - tile / 2]
      context.drawImage(canvas, 0, width * at++, side, side, left, top, tile, tile)
    }
}

/** Of other inputs: as curves or bars. */
function paintLines(context: CanvasRenderingContext2D, shown: Shown): void {
  const { layout, probe, look } = shown
  for (const [k, column] of layout.columns.entries())
    for (const { response, extent, size, y } of responsesOf(shown, column, k)) {
      const box = boxAround([column.x, y], column.tile)
      context.fillStyle = look.card
      context.fillRect(box.x, box.y, box.width, box.height)
      const heightOf = heightsIn(box, extent, size)
      if (probe.inputs === 1) paintCurve(context, box, response, heightOf, look)
      else paintBar(context, box, response, extent, heightOf, look)
    }
}
