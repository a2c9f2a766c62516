// What someone points at in a fit: a place, and the point of the data near it.
import { under, type View } from '../../../plot/view.ts'
import { answersFor } from './answersAt.ts'
import { type Fit, isOverInputs } from './fit.ts'
import type { Places } from './places.ts'

export type Pixel = readonly [x: number, y: number]

export interface Pointed {
  readonly at: Pixel
  readonly sample: number | undefined
}

/** The input under a pixel; nothing where the plot is not over the inputs. */
export function inputUnder(fit: Fit, view: View, [x, y]: Pixel): readonly number[] | undefined {
  if (!isOverInputs(fit)) return undefined
  return fit.probe.inputs === 1 ? [under(view.x, x)] : [under(view.x, x), under(view.y, y)]
}

/** How far a point is from what is answered for it, as a line in pixels; nothing where that cannot be seen. */
export function errorLine(
  fit: Fit,
  view: View,
  places: Places,
  { sample, answers }: { readonly sample: number; readonly answers: Float32Array | undefined },
): { readonly x: number; readonly from: number; readonly to: number } | undefined {
  const { look, output } = fit
  if (!answers || (look !== 'curve' && look !== 'compared')) return undefined
  const [x, from] = [places.x[sample] as number, places.y[sample] as number]
  // Where they are compared, what is right lies on the diagonal.
  const to =
    look === 'curve'
      ? view.y(answersFor(fit, answers, sample)[output] ?? Number.NaN)
      : view.y(view.x.invert(x))
  return Number.isFinite(x + from + to) ? { x, from, to } : undefined
}
