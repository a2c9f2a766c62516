// How long vectors are drawn: one scale for the whole run, so that lengths can be compared from step to step.

import { type Vector, vectorsOf } from '../../core/analysis/vectors.ts'
import type { Trace } from '../../core/descent/trace.ts'
import type { Run } from '../../core/experiment/prepare.ts'
import { unitOf, type View } from '../view.ts'

/** Pixels per unit of a vector, or the scale of the axes. */
export type VectorScale = (vector: Vector) => number | 'axes'

/** In pixels: how long the longest of a quantity is, if the plot has the room. */
const usual = 90
/** The same as shares of the smaller side of the plot: with a scale for each, and with one for all. */
const ownShare = 0.25
const sharedShare = 0.35
/** A path may begin with a few giants, beside which all others would be dots: they may leave the plot. */
const quantile = 0.9
const mostSteps = 300

/** Each quantity to a scale of its own; the step, and what leads to another point, to that of the axes. */
export function ownScales(run: Run, trace: Trace, view: View): VectorScale {
  const longest = longestOf(run, trace)
  const wanted = Math.min(usual, ownShare * roomOf(view))
  return (vector) =>
    // A branch shows vectors of the run that it branched off from, which it need not have itself.
    vector.isMove ? 'axes' : factor(wanted, longest.get(vector.name) ?? sizeOf(vector))
}

/** All to one scale, the step too. */
export function sharedScale(run: Run, trace: Trace, view: View): VectorScale {
  const pixels = factor(sharedShare * roomOf(view), Math.max(0, ...longestOf(run, trace).values()))
  return () => pixels
}

const factor = (pixels: number, size: number) => (size > 0 ? pixels / size : 0)

/** The length of an arrow, half the longer side of a box. */
export const sizeOf = ({ form, value: [x, y] }: Vector): number =>
  form === 'arrow' ? Math.hypot(x, y) : Math.max(Math.abs(x), Math.abs(y))

/**
 * A vector in pixels, across and down. Directions are those of the axes, whatever the length: a gradient stands as the
 * step along it would.
 */
export function pixelsOf(
  { value: [x, y] }: Vector,
  scale: number | 'axes',
  view: View,
): [number, number] {
  const [across, up] = [unitOf(view.x), unitOf(view.y)]
  const times = scale === 'axes' ? 1 : scale / Math.sqrt(Math.abs(across * up))
  return [x * across * times, y * up * times]
}

/** The smaller side of the drawing area, in pixels. */
const roomOf = ({ width, height, margins: { left, right, top, bottom } }: View): number =>
  Math.max(0, Math.min(width - left - right, height - top - bottom))

const known = new WeakMap<Trace, ReadonlyMap<string, number>>()

/** How large each quantity is at its largest, all along the path. */
function longestOf(run: Run, trace: Trace): ReadonlyMap<string, number> {
  const longest = known.get(trace) ?? measure(run, trace)
  known.set(trace, longest)
  return longest
}

function measure(run: Run, trace: Trace): Map<string, number> {
  const sizes = new Map<string, number[]>()
  const steps = trace.lr.length
  const count = Math.min(steps, mostSteps)
  for (let i = 0; i < count; i++)
    for (const vector of vectorsOf(run, trace, Math.floor((i * steps) / count))) {
      const own = sizes.get(vector.name) ?? []
      own.push(sizeOf(vector))
      sizes.set(vector.name, own)
    }
  return new Map([...sizes].map(([name, own]) => [name, large(own)]))
}

/** The size that only a few exceed; where most are 0, the largest. */
function large(sizes: readonly number[]): number {
  const ascending = [...sizes].sort((a, b) => a - b)
  return ascending[Math.ceil(quantile * ascending.length) - 1] || (ascending.at(-1) ?? 0)
}
