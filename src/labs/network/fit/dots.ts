// The points of the data on canvas: what is learned from filled, what the network is judged by hollow.
import { group } from 'd3'
import type { Pen } from '../../../plot/paths/trail.ts'
import { cssOf, type Rgb } from '../../../plot/plane/ramp.ts'
import type { FitColours } from './colours.ts'
import { type Fit, targetOf } from './fit.ts'
import { colourOf, heightRamp, stepOf } from './heights.ts'
import type { Places } from './places.ts'
import { cornersOf, square, traceShape } from './shapes.ts'

/** Points that are painted in one go: a path of very many is dear. */
const most = 2000
/** Of so many points each has the usual size; more are smaller. */
const usual = 200
/** Steps of colour of the points: finer ones nobody sees. */
const shades = 32

/** The radius of a point in pixels. */
const radiusOf = ({ samples }: Fit, { dot }: FitColours): number =>
  dot * Math.max(0.45, Math.min(1.2, (usual / Math.max(1, samples.length)) ** 0.25))

interface Look {
  readonly fill: string
  readonly line: string
  readonly lineWidth: number
  readonly alpha: number
  /** The line is only there to set it off from the ground. */
  readonly isEdged?: boolean
  readonly shape: number
}

interface Kind {
  /** The class, or the shade of colour. */
  readonly kind: number
  readonly isLearned: boolean
  /** The colours of numbers, where they are drawn. */
  readonly ramp: readonly Rgb[] | undefined
}

/** How points of a kind look: those of a class or a colour, learned from or not. */
function lookOf(fit: Fit, colours: FitColours, { kind, isLearned, ramp }: Kind): Look {
  const { ink, muted, paper } = colours
  if (fit.reading) {
    const colour = cssOf(colours.classes[kind] ?? [0.5, 0.5, 0.5])
    return isLearned
      ? { fill: colour, line: paper, lineWidth: 2, alpha: 1, shape: kind, isEdged: true }
      : { fill: paper, line: colour, lineWidth: 1.5, alpha: 1, shape: kind }
  }
  if (ramp) {
    const fill = colourOf(kind, ramp, shades)
    // Here the colour says the target: so the two differ by their shape.
    return { fill, line: ink, lineWidth: 0.8, alpha: 0.9, shape: isLearned ? 0 : square }
  }
  const look = { line: muted, shape: 0, alpha: 0.6 }
  return isLearned
    ? { ...look, fill: muted, lineWidth: 0 }
    : { ...look, fill: paper, lineWidth: 1.25, alpha: 0.85 }
}

/** Paints all points. */
export function paintDots(pen: Pen, fit: Fit, places: Places, colours: FitColours): void {
  const { samples, isTraining, reading, scale } = fit
  const radius = radiusOf(fit, colours)
  const ramp = scale && heightRamp(scale, colours)
  const kindOf = (sample: number) => {
    if (reading) return targetOf(fit, sample)
    return scale ? stepOf(targetOf(fit, sample), scale, shades) : 0
  }
  const drawn = [...samples].filter(
    (i) => Number.isFinite(places.x[i]) && Number.isFinite(places.y[i]),
  )
  pen.setLineDash([])
  // What the network is judged by is rarer: it lies on top.
  for (const learned of [1, 0])
    for (const [kind, ofKind] of group(
      drawn.filter((i) => isTraining[i] === learned),
      kindOf,
    ))
      for (let from = 0; from < ofKind.length; from += most)
        paintAlike(pen, ofKind.slice(from, from + most), places, {
          ...lookOf(fit, colours, { kind, isLearned: learned === 1, ramp }),
          radius,
        })
  pen.globalAlpha = 1
}

function paintAlike(
  pen: Pen,
  samples: readonly number[],
  { x, y }: Places,
  look: Look & { readonly radius: number },
): void {
  const corners = cornersOf(look.shape)
  pen.beginPath()
  for (const i of samples) traceShape(pen, corners, [x[i] as number, y[i] as number], look.radius)
  pen.globalAlpha = look.alpha
  pen.fillStyle = look.fill
  pen.strokeStyle = look.line
  pen.lineWidth = look.lineWidth
  // An edge below the filling: points that lie on each other stay one in their colour.
  if (look.isEdged) pen.stroke()
  pen.fill()
  if (!look.isEdged && look.lineWidth > 0) pen.stroke()
}

/** Paints a ring around each point of a batch; of all points none stands out. */
export function paintBatch(
  pen: Pen,
  fit: Fit,
  { places, batch }: { readonly places: Places; readonly batch: Uint32Array },
  colours: FitColours,
): void {
  if (batch.length >= fit.learned.length) return
  const radius = radiusOf(fit, colours) + 2
  pen.setLineDash([])
  pen.beginPath()
  for (const place of batch) {
    const sample = fit.learned[place] ?? -1
    const [x, y] = [places.x[sample] as number, places.y[sample] as number]
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    pen.moveTo(x + radius, y)
    pen.arc(x, y, radius, 0, 2 * Math.PI)
  }
  for (const [colour, width] of [
    [colours.paper, 3],
    [colours.ink, 1.5],
  ] as const) {
    pen.strokeStyle = colour
    pen.lineWidth = width
    pen.stroke()
  }
}
