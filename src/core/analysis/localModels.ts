// A loss of two variables as seen from one point: its linear and its quadratic model.
import { type Bend, bendsOf, jetOf } from '../loss/curvature.ts'
import type { Loss } from '../loss/loss.ts'

/** A pair of coordinates, or of differences of them. */
export type Pair = readonly [number, number]

/** f(x + d) ≈ f + g·d, and ≈ f + g·d + dᵀHd/2. */
export interface LocalModels {
  readonly at: Pair
  readonly f: number
  readonly gradient: Pair
  /** Row by row. */
  readonly hessian: readonly [number, number, number, number]
  /** Eigenvalues and directions of the Hessian, the larger one first. */
  readonly bends: readonly [Bend, Bend]
  /** λ₁/λ₂ where the Hessian is positive definite. */
  readonly condition: number | undefined
  /** The step −H⁻¹g to the minimum of the quadratic model, if it has one. */
  readonly newton: Pair | undefined
  /** How much f falls in a step, by the linear model. */
  readonly linearDrop: (step: Pair) => number
  /** How much f falls in a step, by the quadratic model. */
  readonly quadraticDrop: (step: Pair) => number
}

/** Eigenvalues that are smaller than this share of the larger one are rounding errors. */
const smallest = 1e-14

/** The local models of a loss of two variables at a point. */
export function localModels(loss: Loss, at: ArrayLike<number>): LocalModels {
  const jet = jetOf(loss)(at)
  const gradient = Array.from(jet.gradient) as unknown as Pair
  const hessian = Array.from(jet.hessian) as unknown as LocalModels['hessian']
  const bends = bendsOf(hessian)
  const [{ value: most }, { value: least }] = bends
  const isBowl = least > smallest * most
  const linearDrop = (step: Pair) => -dot(gradient, step)
  const [a, b, , d] = hessian
  return {
    at: [at[0] as number, at[1] as number],
    f: jet.f,
    gradient,
    hessian,
    bends,
    condition: isBowl ? most / least : undefined,
    newton: isBowl ? newtonStep(gradient, bends) : undefined,
    linearDrop,
    quadraticDrop: ([x, y]) => linearDrop([x, y]) - (a * x * x + 2 * b * x * y + d * y * y) / 2,
  }
}

const dot = ([a, b]: Pair, [c, d]: Pair) => a * c + b * d

function newtonStep(gradient: Pair, bends: readonly [Bend, Bend]): Pair {
  const [p, q] = bends.map(({ value, direction }) => -dot(gradient, direction) / value) as [
    number,
    number,
  ]
  const [{ direction: first }, { direction: second }] = bends
  return [p * first[0] + q * second[0], p * first[1] + q * second[1]]
}

/** One axis of the ellipse |dᵀHd| = c. */
interface HalfAxis extends Bend {
  /** √(c/|λ|); infinite where nothing bends. */
  readonly half: number
  /** The loss bends down this way: the real curve is a hyperbola, and the ellipse is that of |λ|. */
  readonly isDown: boolean
}

interface Ellipse {
  /** The larger eigenvalue first: where it is positive definite, the short axis. */
  readonly axes: readonly [HalfAxis, HalfAxis]
  /** Of the first axis to that of x, in radians. */
  readonly angle: number
}

/** The ellipse dᵀHd = c around a point, with |λ| in the place of λ. */
export function ellipseOf({ bends }: Pick<LocalModels, 'bends'>, c: number): Ellipse {
  const axis = (bend: Bend): HalfAxis => ({
    ...bend,
    half: Math.sqrt(c / Math.abs(bend.value)),
    isDown: bend.value < 0,
  })
  const [first, second] = bends
  const [x, y] = first.direction
  return { axes: [axis(first), axis(second)], angle: Math.atan2(y, x) }
}
