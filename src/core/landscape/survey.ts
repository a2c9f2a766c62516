// A loss near points of a region, measured in halves of the region's width and height: so what is near, steep or level
// means the same at every zoom.
import { gradient } from '../language/derivative.ts'
import type { Expression } from '../language/expression.ts'
import { compile, run } from '../language/program.ts'
import type { Loss } from '../loss/loss.ts'
import type { Region } from './landscape.ts'

export type Pair = readonly [number, number]

/** Value, slope and second derivatives (xx, xy, yy) at a point, per half of the region. */
export interface Local {
  readonly f: number
  readonly g: Pair
  readonly h: readonly [number, number, number]
}

export interface Survey {
  readonly loss: Loss
  readonly region: Region
  /** The value, then the slope along x and y in the loss's own units: for tables. */
  readonly expressions: readonly Expression[]
  readonly value: (at: Pair) => number
  readonly steepness: (at: Pair) => number
  readonly local: (at: Pair) => Local
  /** A point beside another one; the way in halves of the region. */
  readonly beside: (at: Pair, way: Pair) => Pair
  /** Along x or along y, whichever is more. */
  readonly distance: (a: Pair, b: Pair) => number
  readonly isInside: (at: Pair) => boolean
  /** The distance between neighbouring doubles around a point. */
  readonly grain: (at: Pair) => number
}

/** Prepares a loss of two variables. */
export function surveyOf(loss: Loss, region: Region): Survey {
  const { expression, variables } = loss
  const [slopeX, slopeY] = gradient(expression, variables) as [Expression, Expression]
  const [xx, xy] = gradient(slopeX, variables) as [Expression, Expression]
  const yy = gradient(slopeY, variables)[1] as Expression
  const expressions = [expression, slopeX, slopeY]
  const [value, slope, all] = [[expression], [slopeX, slopeY], [...expressions, xx, xy, yy]].map(
    (list) => reading(list, variables),
  ) as [Reading, Reading, Reading]
  const half = (interval: Pair) => (interval[1] - interval[0]) / 2
  const [w, h] = [half(region.x), half(region.y)]
  const isBetween = (value: number, [from, to]: Pair) => value >= from && value <= to
  return {
    loss,
    region,
    expressions,
    value: (at) => value(at)[0] as number,
    steepness(at) {
      const [gx = 0, gy = 0] = slope(at)
      return Math.hypot(w * gx, h * gy)
    },
    local(at) {
      const [f = 0, gx = 0, gy = 0, hxx = 0, hxy = 0, hyy = 0] = all(at)
      return { f, g: [w * gx, h * gy], h: [w * w * hxx, w * h * hxy, h * h * hyy] }
    },
    beside: ([x, y], [u, v]) => [x + w * u, y + h * v],
    distance: (a, b) => Math.max(Math.abs((a[0] - b[0]) / w), Math.abs((a[1] - b[1]) / h)),
    isInside: ([x, y]) => isBetween(x, region.x) && isBetween(y, region.y),
    grain: ([x, y]) => Number.EPSILON * Math.max(Math.abs(x / w), Math.abs(y / h)),
  }
}

type Reading = (at: Pair) => Float64Array

/** Expressions as one program; what it answers is overwritten by the next call. */
function reading(expressions: readonly Expression[], variables: readonly string[]): Reading {
  const { code, memory, input, outputs } = compile(expressions)
  const inputs = variables.map((name) => input(name))
  const results = new Float64Array(outputs.length)
  return (at) => {
    inputs.forEach((register, i) => {
      if (register !== undefined) memory[register] = at[i] as number
    })
    run(code, memory)
    for (let i = 0; i < results.length; i++) results[i] = memory[outputs[i] as number] as number
    return results
  }
}

/** Directions of length 1, evenly all around. */
export const directions = (count: number, from = 0): Pair[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = from + (2 * Math.PI * i) / count
    return [Math.cos(angle), Math.sin(angle)]
  })

// Turned, so that no direction runs along an axis, where many a function bends.
const compass = directions(16, 0.1)

/** The points on a small circle. */
export const circle = ({ beside }: Survey, at: Pair, radius: number): Pair[] =>
  compass.map(([u, v]) => beside(at, [radius * u, radius * v]))

/** The steepest slope on a small circle. */
export const steepestAround = (survey: Survey, at: Pair, radius: number): number =>
  Math.max(...circle(survey, at, radius).map(survey.steepness))
