// Where the points of the data are drawn, and which of them is nearest to a pixel.
import type { View } from '../../../plot/view.ts'
import { answersFor } from './answersAt.ts'
import { type Fit, targetOf } from './fit.ts'

/** By point, in pixels. */
export interface Places {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** @param answers needed where points are drawn at what is answered for them */
export function placesOf(fit: Fit, view: View, answers: Float32Array | undefined): Places {
  const { points, samples } = fit
  const count = points.inputs.length
  const places = {
    x: new Float64Array(count).fill(Number.NaN),
    y: new Float64Array(count).fill(Number.NaN),
  }
  for (const sample of samples) {
    const [x, y] = placeOf(fit, sample, answers)
    places.x[sample] = view.x(x)
    places.y[sample] = view.y(y)
  }
  return places
}

/** Not on the curves of shares: by so much below 0 and above 1. */
const beside = 0.05

/** In the units of the axes. */
function placeOf(
  fit: Fit,
  sample: number,
  answers: Float32Array | undefined,
): readonly [number, number] {
  const { look, points, reading, output } = fit
  const [x = 0, y = 0] = points.inputs[sample] ?? []
  const target = targetOf(fit, sample)
  if (look === 'curve') return [x, target]
  // Two classes stand where their share is none and all; more of them between.
  if (look === 'chances') {
    const share = target / Math.max(1, (reading?.classes ?? 2) - 1)
    return [x, (1 + 2 * beside) * share - beside]
  }
  if (look !== 'compared') return [x, y]
  return [target, answers ? (answersFor(fit, answers, sample)[output] ?? Number.NaN) : Number.NaN]
}

/** The point that is drawn nearest to a pixel, if one is within reach. */
export function nearestSample(
  { samples }: Fit,
  { x, y }: Places,
  [px, py]: readonly [number, number],
  reach: number,
): number | undefined {
  let nearest: number | undefined
  let least = reach * reach
  for (const sample of samples) {
    const [dx, dy] = [(x[sample] as number) - px, (y[sample] as number) - py]
    const distance = dx * dx + dy * dy
    if (!(distance <= least)) continue
    least = distance
    nearest = sample
  }
  return nearest
}
