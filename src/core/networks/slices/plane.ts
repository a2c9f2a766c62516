// core/networks/slices/: the loss of a network over a plane through its parameters, and the way of a training on it.
//
// A plane through the parameters of a network, and where points of a training lie on it.
import type { Floats } from '../floats.ts'

export interface Plane {
  /** All parameters at coordinates (0, 0). */
  readonly center: Floats
  /** What the parameters change by for each unit of a coordinate; they need not be at right angles. */
  readonly directions: readonly [Float64Array, Float64Array]
  /** For a principal plane: the share of the squared distances of the path from the center that lies along each. */
  readonly explained?: readonly [number, number]
}

/** Points of a path seen from above a plane. */
export interface Projection {
  /** The coordinates of the nearest point of the plane: a, b, a, b, …; NaN for points that are not finite. */
  readonly points: Float64Array
  /** For each, its distance from the plane as a share of its distance from the center: 0 on the plane, 1 straight above. */
  readonly outside: Float64Array
}

/** Smaller determinants than this share of what they are made of are rounding: the directions are the same line. */
const flattest = 1e-12

/** Where points lie on a plane, by least squares. */
export function project(path: readonly Floats[], plane: Plane): Projection {
  const points = new Float64Array(2 * path.length)
  const outside = new Float64Array(path.length)
  const coordinates = coordinatesOn(plane)
  for (const [k, point] of path.entries()) {
    const [a, b] = coordinates(point)
    points[2 * k] = a
    points[2 * k + 1] = b
    outside[k] = shareOutside(point, plane, [a, b])
  }
  return { points, outside }
}

type Pair = readonly [number, number]

/** Solves the normal equations of the two directions. */
function coordinatesOn({ center, directions: [u, v] }: Plane): (point: Floats) => Pair {
  let [uu, uv, vv] = [0, 0, 0]
  for (let i = 0; i < u.length; i++) {
    const [p, q] = [u[i] as number, v[i] as number]
    uu += p * p
    uv += p * q
    vv += q * q
  }
  const determinant = uu * vv - uv * uv
  return (point) => {
    let [pu, pv] = [0, 0]
    for (let i = 0; i < u.length; i++) {
      const difference = (point[i] as number) - (center[i] as number)
      pu += difference * (u[i] as number)
      pv += difference * (v[i] as number)
    }
    if (determinant > flattest * uu * vv)
      return [(pu * vv - pv * uv) / determinant, (pv * uu - pu * uv) / determinant]
    return uu > 0 ? [pu / uu, 0] : [0, vv > 0 ? pv / vv : 0]
  }
}

function shareOutside(point: Floats, { center, directions: [u, v] }: Plane, [a, b]: Pair): number {
  let [whole, rest] = [0, 0]
  for (let i = 0; i < point.length; i++) {
    const difference = (point[i] as number) - (center[i] as number)
    whole += difference ** 2
    rest += (difference - a * (u[i] as number) - b * (v[i] as number)) ** 2
  }
  return whole === 0 ? 0 : Math.sqrt(rest / whole)
}

/** Puts the parameters at a point of the plane into an array. */
export function place(into: Floats, { center, directions: [u, v] }: Plane, [a, b]: Pair): void {
  for (let i = 0; i < into.length; i++)
    into[i] = (center[i] as number) + a * (u[i] as number) + b * (v[i] as number)
}
