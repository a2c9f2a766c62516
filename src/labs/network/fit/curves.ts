// What is answered along one input, as curves.
import { scoresOf, shareIn } from '../../../core/networks/answers.ts'
import { linePath } from '../../../plot/curvePath.ts'
import type { View } from '../../../plot/view.ts'
import type { Fit } from './fit.ts'

/** The classes whose shares are drawn: of two, the other's is what is left. */
export const drawnClasses = ({ reading }: Fit): readonly number[] => {
  if (!reading) return []
  return reading.classes === 2 ? [1] : Array.from({ length: reading.classes }, (_, k) => k)
}

/** The values of each curve at the points of the probe: of the number that is drawn, or of the share of each class. */
export function curvesOf(fit: Fit, answers: Float32Array): readonly Float64Array[] {
  const { probe, reading, width, output } = fit
  const along = (value: (i: number) => number) =>
    Float64Array.from({ length: probe.columns }, (_, i) => value(i))
  if (!reading) return [along((i) => answers[i * width + output] as number)]
  const scores = scoresOf(answers, reading)
  return drawnClasses(fit).map((k) =>
    along((i) => shareIn(scores, i * reading.classes, k, reading)),
  )
}

/** Values at the points of the probe as an SVG path. */
export function pathOf(values: Float64Array, { points }: Fit['probe'], { x, y }: View): string {
  return linePath([...values].map((value, i) => [x(points[i] as number), y(value)]))
}
