// The plane that lies nearest to the way of a training.
import type { Floats } from '../floats.ts'
import { leadingTwo } from './leading.ts'
import type { Plane } from './plane.ts'
import { dot, orthonormal } from './vectors.ts'

/** So many parameters at a time: those of all points stay near the processor. */
const block = 1024
/** Directions whose difference is less (for length 1) are the same. */
const collinear = 1e-6

/**
 * The principal plane of a path: of all planes through the center the one that its points are nearest to, by the sum of the
 * squared distances. Its directions have length 1 and are at right angles; a path begins to the left and reaches furthest
 * upwards. It yields breaths. Source: Li et al. 2018, section 7: PCA of the recorded parameters minus the final ones
 * @param points all of them finite
 * @param around the center, and directions that stand in where the path has none of its own
 */
export function* principalPlane(
  points: readonly Floats[],
  around: Plane,
): Generator<undefined, Plane> {
  const { center } = around
  const n = points.length
  const gram = yield* gramOf(points, center)
  let whole = 0
  for (let k = 0; k < n; k++) whole += gram[k * n + k] as number
  const eigen = n > 0 && whole > 0 ? leadingTwo(gram, n) : []
  const own = eigen
    .filter(({ value }) => value > 0)
    .map(({ vector }) => combined(points, center, vector))
  const [u, v] = orthonormal([...own, ...around.directions], collinear)
  const turned = [turnedTo(u, points[0], center, -1), turnedTo(v, points[0], center, 1)] as const
  const share = (k: number) => (whole > 0 ? (eigen[k]?.value ?? 0) / whole : 0)
  return { center, directions: turned, explained: [share(0), share(1)] }
}

/** The products of all points with each other, as seen from the center. */
function* gramOf(points: readonly Floats[], center: Floats): Generator<undefined, Float64Array> {
  const n = points.length
  const gram = new Float64Array(n * n)
  const differences = points.map(() => new Float64Array(block))
  for (let from = 0; from < center.length; from += block) {
    const count = Math.min(block, center.length - from)
    for (const [k, point] of points.entries()) {
      const difference = differences[k] as Float64Array
      if (count < block) difference.fill(0)
      for (let i = 0; i < count; i++)
        difference[i] = (point[from + i] as number) - (center[from + i] as number)
    }
    for (let k = 0; k < n; k++)
      for (let l = 0; l <= k; l++) {
        const product = dot(differences[k] as Float64Array, differences[l] as Float64Array)
        gram[k * n + l] = (gram[k * n + l] as number) + product
        gram[l * n + k] = gram[k * n + l] as number
      }
    yield undefined
  }
  return gram
}

/** The sum of the differences from the center, each so many times. */
function combined(points: readonly Floats[], center: Floats, factors: Float64Array): Float64Array {
  const sum = new Float64Array(center.length)
  for (const [k, point] of points.entries()) {
    const factor = factors[k] as number
    for (let i = 0; i < sum.length; i++)
      sum[i] = (sum[i] as number) + factor * ((point[i] as number) - (center[i] as number))
  }
  return sum
}

/** The direction or its opposite, so that a point has a coordinate of a sign: else it would be up to chance. */
function turnedTo(
  direction: Float64Array,
  point: Floats | undefined,
  center: Floats,
  sign: number,
): Float64Array {
  let along = 0
  for (let i = 0; point && i < direction.length; i++)
    along += ((point[i] as number) - (center[i] as number)) * (direction[i] as number)
  return along * sign < 0 ? direction.map((value) => -value) : direction
}
