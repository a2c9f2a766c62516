// Responses that are no picture of a plane: along one input as a curve, of more inputs as a mean with its spread.
import type { Box } from '../../../plot/labels/box.ts'
import type { Look } from './look.ts'
import type { Pen } from './paintEdges.ts'
import { type Extent, meanOf, type Response } from './responses.ts'

/** How strongly the area between a curve and 0 is coloured. */
const areaAlpha = 0.45
/** Of the height of a box, above and below what is drawn in it. */
const air = 0.08
/** Points nearer than this (px) are left out. */
const nearest = 1

/** From values to heights in a box: 0 is always in it, and a response smaller than `size` is drawn small. */
export function heightsIn({ y, height }: Box, { least, most }: Extent, size: number) {
  const [low, high] = [Math.min(0, least), Math.max(0, most)]
  const more = Math.max(0, size - Math.max(-low, high))
  // What is missing to the size is given to the side where there is something.
  const [from, to] = -low > high ? [low - more, high] : [low, high + more]
  const perUnit = (height * (1 - 2 * air)) / (to - from)
  return (value: number) => y + height * (1 - air) - (value - from) * perUnit
}

/** A response along one input: the curve, and in the colour of the sign the area between it and 0. */
export function paintCurve(
  pen: Pen,
  box: Box,
  response: Response,
  heightOf: (value: number) => number,
  look: Look,
): void {
  const { values, from, stride, count } = response
  const every = Math.max(1, Math.floor((count * nearest) / box.width))
  const trace = (shown: (value: number) => number) => {
    for (let i = 0; i < count; i += every) {
      const k = Math.min(i, count - 1)
      const value = values[from + k * stride] as number
      pen.lineTo(
        box.x + (box.width * k) / (count - 1),
        heightOf(Number.isFinite(value) ? shown(value) : 0),
      )
    }
  }
  const zero = heightOf(0)
  for (const [color, part] of [
    [look.positive, (value: number) => Math.max(0, value)],
    [look.negative, (value: number) => Math.min(0, value)],
  ] as const) {
    pen.fillStyle = color
    pen.globalAlpha = areaAlpha
    pen.beginPath()
    pen.moveTo(box.x, zero)
    trace(part)
    pen.lineTo(box.x + box.width, zero)
    pen.fill()
  }
  pen.globalAlpha = 1
  zeroLine(pen, box, zero, look)
  pen.strokeStyle = look.ink
  pen.lineWidth = 0.1 * look.text
  pen.lineJoin = 'round'
  pen.beginPath()
  trace((value) => value)
  pen.stroke()
}

/** The mean of a response as a bar from 0, and the interval of all its values as a line. */
export function paintBar(
  pen: Pen,
  box: Box,
  response: Response,
  { least, most }: Extent,
  heightOf: (value: number) => number,
  look: Look,
): void {
  const mean = meanOf(response)
  const [zero, end] = [heightOf(0), heightOf(mean)]
  const middle = box.x + box.width / 2
  pen.fillStyle = mean < 0 ? look.negative : look.positive
  pen.beginPath()
  pen.rect(box.x + box.width / 4, Math.min(zero, end), box.width / 2, Math.abs(end - zero))
  pen.fill()
  zeroLine(pen, box, zero, look)
  pen.strokeStyle = look.ink
  pen.lineWidth = 0.1 * look.text
  pen.beginPath()
  pen.moveTo(middle, heightOf(least))
  pen.lineTo(middle, heightOf(most))
  pen.stroke()
}

function zeroLine(pen: Pen, box: Box, zero: number, look: Look): void {
  pen.strokeStyle = look.line
  pen.lineWidth = 1
  pen.beginPath()
  pen.moveTo(box.x, zero)
  pen.lineTo(box.x + box.width, zero)
  pen.stroke()
}
