// The two flanks of the V: where the error falls with h, by truncation, and where it rises again, by rounding.
import {
  type GradientCheck,
  type QuotientKind,
  quotientKinds,
  quotients,
} from '../../../core/graphs/gradientCheck.ts'

/** A straight line on axes of logarithms: error = factor · h^slope. */
export interface Flank {
  readonly words: 'truncation' | 'rounding'
  /** Whose error it is; rounding is the same for all. */
  readonly kind?: QuotientKind
  readonly slope: number
  readonly factor: number
  /** The least and the largest width that it was found at. */
  readonly from: number
  readonly to: number
}

/** How far the slope of some errors may be from that of their law. */
const unclear = { truncation: 0.12, rounding: 0.35 }
/** Fewer widths, eight of which are a decade, tell no slope. */
const fewest = 8

export function flanksOf(check: GradientCheck): Flank[] {
  const truncations = quotientKinds.flatMap((kind) => truncationOf(check, kind) ?? [])
  const rounding = roundingOf(check, truncations)
  if (!rounding) return truncations
  return [
    ...truncations.map((flank) => ({
      ...flank,
      from: Math.min(flank.from, tipOf(flank, rounding)),
    })),
    rounding,
  ]
}

/** The width at which two flanks meet. */
const tipOf = (a: Flank, b: Flank): number => (b.factor / a.factor) ** (1 / (a.slope - b.slope))

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The longest stretch over which a tenth of h has a tenth of the error, or a hundredth. */
function truncationOf({ h, errors }: GradientCheck, kind: QuotientKind): Flank | undefined {
  const { order } = quotients[kind]
  const e = errors[kind]
  const slopeAt = (i: number) =>
    Math.log((e[i] ?? NaN) / (e[i + fewest] ?? NaN)) /
    Math.log((h[i] ?? NaN) / (h[i + fewest] ?? NaN))
  let [from, best] = [0, [0, 0] as readonly [number, number]]
  for (const i of h.keys()) {
    if (!(Math.abs(slopeAt(i) - order) <= unclear.truncation)) from = i + 1
    else if (i - from > best[1] - best[0]) best = [from, i]
  }
  if (best[1] - best[0] < fewest / 2) return undefined
  const [first, last] = best
  const factors = Array.from(
    e.subarray(first, last + 1),
    (error, i) => error / (h[first + i] ?? NaN) ** order,
  )
  return {
    words: 'truncation',
    kind,
    slope: order,
    factor: median(factors),
    from: h[last] ?? Number.NaN,
    to: h[first] ?? Number.NaN,
  }
}

/** What rounding does below the widths of truncation, down to where the quotient is 0 or the digits are all lost. */
function roundingOf({ h, errors, exact }: GradientCheck, truncations: readonly Flank[]) {
  const slope = -1
  for (const kind of quotientKinds.toReversed()) {
    const truncation = truncations.find((flank) => flank.kind === kind)
    const points = [...h.entries()].flatMap(([i, width]) => {
      const error = errors[kind][i] ?? Number.NaN
      const truncated = truncation ? truncation.factor * width ** truncation.slope : 0
      const isRounding = error > 3 * truncated && error !== Math.abs(exact) && error < Infinity
      return isRounding ? [[Math.log(width), Math.log(error)] as const] : []
    })
    if (points.length < fewest || !(Math.abs(fittedSlope(points) - slope) < unclear.rounding))
      continue
    const factor = Math.exp(median(points.map(([x, y]) => y - slope * x)))
    const [to = NaN, from = NaN] = [points[0], points.at(-1)].map((point) =>
      Math.exp(point?.[0] ?? NaN),
    )
    return { words: 'rounding', slope, factor, from, to } satisfies Flank
  }
  return undefined
}

/** Of the line with the least squares. */
function fittedSlope(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const along = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return along / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}
