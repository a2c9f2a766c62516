// A loss along a straight line: how far to go in the direction of the gradient, or of the step that was taken.

import { pointAt } from '../descent/steps.ts'
import type { Trace } from '../descent/trace.ts'
import { jetOf } from '../loss/curvature.ts'
import type { Loss } from '../loss/loss.ts'
import { firstMinimum } from './firstMinimum.ts'

/** A point, a direction from there, and the learning rate with which the run goes on: η = lr is one step. */
export interface Line {
  readonly at: readonly number[]
  readonly direction: readonly number[]
  readonly lr: number
}

/** A learning rate, and f where it leads. */
export interface Reached {
  readonly eta: number
  readonly f: number
}

/** φ(η) = f(x + η·direction) for η ≥ 0, with its models at η = 0. */
export interface Slice {
  /** The largest η that is worth showing. */
  readonly reach: number
  /** From 0 to the reach, evenly. */
  readonly etas: Float64Array
  /** φ there; NaN or infinite where the loss is. */
  readonly values: Float64Array
  /** φ, anywhere. */
  readonly value: (eta: number) => number
  readonly f: number
  /** φ′(0): −|g|² along the gradient. */
  readonly slope: number
  /** φ″(0): gᵀHg along the gradient. */
  readonly curvature: number
  /** One step with the learning rate of the line. */
  readonly present: Reached
  /** The first minimum of φ for η > 0, if φ falls at all and rises again. */
  readonly best: Reached | undefined
  /** The lowest of the values. */
  readonly lowest: Reached
  /** f + φ′(0)η */
  readonly linear: (eta: number) => number
  /** f + φ′(0)η + φ″(0)η²/2 */
  readonly quadratic: (eta: number) => number
  /** The minimum of the quadratic model, |g|²/(gᵀHg) along the gradient; none where it does not bend up. */
  readonly quadraticBest: Reached | undefined
}

const samples = 240
/** The picture ends a little behind the last mark. One that is much further away than the best is not waited for. */
const air = 1.3
const farthest = 8

/** The line from point k of a run: along −g, or along the step that the optimizer took. */
export function lineAt(trace: Trace, k: number, along: 'gradient' | 'step' = 'gradient'): Line {
  const d = trace.x.length / trace.f.length
  const at = pointAt(trace.x, k, d)
  const lr = trace.lr[Math.min(k, trace.lr.length - 1)] ?? Number.NaN
  const direction =
    along === 'gradient'
      ? pointAt(trace.grad, k, d).map((slope) => -slope)
      : pointAt(trace.x, k + 1, d).map((next, i) => (next - (at[i] as number)) / lr)
  return { at, direction, lr }
}

/** The loss along a line. */
export function sliceOf(loss: Loss, line: Line): Slice {
  const along = alongLine(loss, line)
  const { f, slope, curvature } = along.models()
  const linear = (eta: number) => f + slope * eta
  const quadratic = (eta: number) => linear(eta) + (curvature * eta ** 2) / 2
  const reached = (eta: number): Reached => ({ eta, f: along.value(eta) })
  const bottom = slope < 0 && curvature > 0 ? -slope / curvature : undefined
  const first = slope < 0 ? firstMinimum(along.slope, bottom ?? line.lr) : undefined
  const reach = reachOf(line.lr, first, bottom)
  const etas = Float64Array.from({ length: samples + 1 }, (_, i) => (reach * i) / samples)
  const values = etas.map(along.value)
  const low = values.reduce((best, value, i) => (value < (values[best] as number) ? i : best), 0)
  return {
    reach,
    etas,
    values,
    value: along.value,
    f,
    slope,
    curvature,
    present: reached(line.lr),
    best: first === undefined ? undefined : reached(first),
    lowest: { eta: etas[low] as number, f: values[low] as number },
    linear,
    quadratic,
    quadraticBest: bottom === undefined ? undefined : { eta: bottom, f: quadratic(bottom) },
  }
}

function alongLine(loss: Loss, { at, direction }: Line) {
  const jet = jetOf(loss)
  const d = at.length
  const x = new Float64Array(d)
  const look = (eta: number) => {
    for (let i = 0; i < d; i++) x[i] = (at[i] as number) + eta * (direction[i] as number)
    return jet(x)
  }
  const dot = (a: ArrayLike<number>, from = 0) =>
    direction.reduce((sum, value, i) => sum + value * (a[from + i] as number), 0)
  return {
    value: (eta: number) => look(eta).f,
    // Formulas of slopes may have values where the loss has none.
    slope(eta: number) {
      const { f, gradient } = look(eta)
      return Number.isFinite(f) ? dot(gradient) : Number.NaN
    },
    models() {
      const { f, gradient, hessian } = look(0)
      const curvature = dot(direction.map((_, i) => dot(hessian, i * d)))
      return { f, slope: dot(gradient), curvature }
    },
  }
}

/** So far that the marks are seen, as long as they are of one size. */
function reachOf(lr: number, best: number | undefined, bottom: number | undefined): number {
  const measure = best ?? bottom ?? lr
  const marks = [lr, best, bottom].filter((eta) => eta !== undefined && eta <= farthest * measure)
  const reach = air * Math.max(...(marks as number[]))
  return reach > 0 && reach < Infinity ? reach : 1
}
