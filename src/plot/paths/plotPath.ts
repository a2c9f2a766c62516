// plot/paths/: a run as points: trails, racers, and which is nearest.
//
// A run as points in the plane of a plot: on a curve its loss over its point, on a surface the point itself.
import type { Trace } from '../../core/descent/trace.ts'

/** The points of a run in the units of the plot's axes. */
export interface PlotPath {
  readonly label: string
  readonly x: Float64Array
  readonly y: Float64Array
  /** Where the run asked for the function on its way, and in which step. */
  readonly probes: {
    readonly step: Int32Array
    readonly x: Float64Array
    readonly y: Float64Array
  }
}

/** How a trace becomes a path: the same object for the same trace. */
export type PathOf = (trace: Trace) => PlotPath

const kept = (make: (trace: Trace) => PlotPath): PathOf => {
  const known = new WeakMap<Trace, PlotPath>()
  return (trace) => {
    const path = known.get(trace) ?? make(trace)
    known.set(trace, path)
    return path
  }
}

/** The path of a run with one variable, on its curve. */
export const pathOnCurve: PathOf = kept(({ label, x, f, probes }) => ({
  label,
  x,
  y: f,
  probes: { step: probes.step, x: probes.x, y: probes.f },
}))

/** The path of a run with two variables, seen from above. */
export const pathFromAbove: PathOf = kept(({ label, x, probes }) => ({
  label,
  ...columns(x),
  probes: { step: probes.step, ...columns(probes.x) },
}))

function columns(rows: Float64Array): { x: Float64Array; y: Float64Array } {
  const length = rows.length / 2
  const [x, y] = [new Float64Array(length), new Float64Array(length)]
  for (let k = 0; k < length; k++) {
    x[k] = rows[2 * k] as number
    y[k] = rows[2 * k + 1] as number
  }
  return { x, y }
}

/** The point of a path at a whole step; the last one where it is shorter. */
export function pointAt({ x, y }: PlotPath, playhead: number): readonly [number, number] {
  const k = Math.min(Math.floor(playhead), y.length - 1)
  return [x[k] as number, y[k] as number]
}
