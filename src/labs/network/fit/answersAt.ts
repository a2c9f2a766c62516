// What the network answers where it was not asked: between the points of the probe answers are linear.
import type { Probe } from '../../../core/networks/probe.ts'
import type { Fit } from './fit.ts'

/** Where an input lies along an axis of the probe: the point before it, and how far it is from there to the next. */
function placeAlong(probe: Probe, axis: number, value: number): readonly [number, number] {
  const [from, to] = probe.window[axis] ?? [0, 1]
  const last = (axis === 0 ? probe.columns : probe.rows) - 1
  const at = Math.max(0, Math.min(last, (last * (value - from)) / (to - from)))
  const before = Math.min(Math.floor(at), Math.max(0, last - 1))
  return [before, at - before]
}

/** All numbers that the network answers at an input of one or two numbers. */
export function answersAt(
  { probe, width }: Pick<Fit, 'probe' | 'width'>,
  answers: Float32Array,
  input: readonly number[],
): Float64Array {
  const [column, right] = placeAlong(probe, 0, input[0] ?? 0)
  const [row, up] = probe.inputs > 1 ? placeAlong(probe, 1, input[1] ?? 0) : ([0, 0] as const)
  const result = new Float64Array(width)
  for (const [dr, ofRow] of [1 - up, up].entries())
    for (const [dc, ofColumn] of [1 - right, right].entries()) {
      const share = ofRow * ofColumn
      if (share === 0) continue
      const at = ((row + dr) * probe.columns + column + dc) * width
      for (let k = 0; k < width; k++)
        result[k] = (result[k] as number) + share * (answers[at + k] as number)
    }
  return result
}

/** All numbers that the network answers for a point of the data. */
export function answersFor(fit: Fit, answers: Float32Array, sample: number): ArrayLike<number> {
  const { probe, points, width } = fit
  if (probe.inputs > 2) return answers.subarray(sample * width, (sample + 1) * width)
  return answersAt(fit, answers, points.inputs[sample] ?? [])
}
