// The slopes of single points around their mean, as a rose: why a small batch is noisy, and how its size tames that.
import { type Floats, norm } from '../floats.ts'
import type { Dense } from '../kernel.ts'
import type { LossName } from '../losses.ts'
import type { Network } from '../network.ts'
import { type Examples, lossOf, type Model, networkOf } from './model.ts'
import { principalOf } from './principal.ts'

export interface Rose {
  /** How far the slope of each reaches in the direction of the batch's, in units of the length of the batch's. */
  readonly along: Float64Array
  /** In the same units: in the direction at right angles in which the slopes differ most. */
  readonly across: Float64Array
  /** The length of the batch's slope. */
  readonly meanNorm: number
  /** In its units: the standard deviation of the slope of a single point. A batch of n has a √n-th of it. */
  readonly spread: number
}

/** More points nobody can tell apart. */
const most = 200

/**
 * The slopes of the points of a batch, without dropout. Those of a dense layer are outer products δ·xᵀ, so that no slope
 * of a single point is ever written down: (δ·xᵀ)·D = δ·(D·x), and two of them have the product (δ₁·δ₂)(x₁·x₂).
 */
export function roseOf(
  model: Model,
  { examples, loss }: { readonly examples: Examples; readonly loss: LossName },
): Rose {
  const { count, inputs } = examples
  const network = networkOf(model, count)
  lossOf(network, examples, { loss, slopes: true })
  const shown = Math.min(most, count)
  // Evenly over the batch, for data may come in order.
  const rows = Uint32Array.from({ length: shown }, (_, k) => Math.floor((k * count) / shown))
  const passes = passesOf(network, inputs)
  const meanNorm = norm(network.gradient)
  // Where the mean is 0 there is no direction and no unit: the slopes are as long as they are.
  const square = meanNorm ** 2 || 1
  const own = Float64Array.from(rows, (row) => (count * towards(passes, row)) / square)
  const products = new Float64Array(shown * shown)
  for (let i = 0; i < shown; i++)
    for (let j = 0; j <= i; j++) {
      const value = (count * count * product(passes, rows[i] as number, rows[j] as number)) / square
      products[i * shown + j] = value
      products[j * shown + i] = value
    }
  return { along: own, meanNorm, ...around(products, own, meanNorm) }
}

/** Of the lengths of two slopes: what is less of their product is rounding. */
const slight = 1e-13

/** Everything but the direction of the mean, from the products of all pairs in units of the mean's square. */
function around(products: Float64Array, along: Float64Array, meanNorm: number) {
  const n = along.length
  const lengths = along.map((_, i) => Math.sqrt(products[i * n + i] as number))
  const rest = products.map((value, k) => {
    const [i, j] = [Math.floor(k / n), k % n]
    const left = value - (along[i] as number) * (along[j] as number)
    const most = (lengths[i] as number) * (lengths[j] as number)
    return Math.abs(left) > slight * most ? left : 0
  })
  const mean = meanNorm > 0 ? 1 : 0
  let squares = 0
  for (let i = 0; i < n; i++)
    squares += Math.max(0, (lengths[i] as number) ** 2 - 2 * (along[i] as number) + mean)
  return { across: principalOf(rest, n), spread: Math.sqrt(squares / Math.max(1, n - 1)) }
}

/** A layer with what it was given, row by row. */
interface Pass {
  readonly layer: Dense
  readonly x: Floats
}

const passesOf = ({ layers }: Network, inputs: Floats): Pass[] =>
  layers.map((layer, l) => ({ layer, x: layers[l - 1]?.y ?? inputs }))

/** The slope of one point times the batch's. Behind `backward`, delta is the share of each row in the mean by z. */
function towards(passes: readonly Pass[], row: number): number {
  let sum = 0
  for (const { layer, x } of passes) {
    const { units, inputs, delta, weightGradient, biasGradient } = layer
    for (let u = 0; u < units; u++) {
      let part = biasGradient[u] as number
      for (let i = 0; i < inputs; i++)
        part += (weightGradient[u * inputs + i] as number) * (x[row * inputs + i] as number)
      sum += (delta[row * units + u] as number) * part
    }
  }
  return sum
}

function product(passes: readonly Pass[], a: number, b: number): number {
  let sum = 0
  for (const { layer, x } of passes) {
    const { units, inputs, delta } = layer
    sum += inner(delta, [a, b], units) * (1 + inner(x, [a, b], inputs))
  }
  return sum
}

/** Two rows of a matrix, multiplied. */
function inner(matrix: Floats, [a, b]: readonly [number, number], columns: number): number {
  let sum = 0
  for (let i = 0; i < columns; i++)
    sum += (matrix[a * columns + i] as number) * (matrix[b * columns + i] as number)
  return sum
}
