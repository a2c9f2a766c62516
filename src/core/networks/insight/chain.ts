// The arithmetic of single quantities of a pass: term by term, each number with its name.
import type { WeightPlace } from '../places.ts'
import type { LayerPass, Pass } from './pass.ts'
import { type Sign, signs } from './signs.ts'

/** A quantity with its name and its number. */
interface Quantity {
  readonly sign: Sign
  readonly value: number
}

/** left = a·b + a·b + … (+ bias) */
export interface Products {
  readonly left: Quantity
  readonly terms: readonly (readonly [a: Quantity, b: Quantity])[]
  readonly bias?: Quantity
}

/** z of a unit, term by term. */
export function sumOf({ layers }: Pass, layer: number, unit: number): Products {
  const { z, weights, inputs, bias } = layers[layer] as LayerPass
  const row = weights[unit] as Float64Array
  return {
    left: { sign: signs.z(layer, unit), value: z[unit] as number },
    terms: Array.from(row, (value, input) => [
      { sign: signs.parameter({ layer, unit, input }), value },
      { sign: signs.y(layer - 1, input), value: inputs[input] as number },
    ]),
    bias: { sign: signs.parameter({ layer, unit }), value: bias[unit] as number },
  }
}

/** ∂L/∂y of a hidden unit, from the units that it feeds: term by term. */
export function arrivingAt({ layers }: Pass, layer: number, unit: number): Products {
  const { byOutput } = layers[layer] as LayerPass
  const { weights, delta } = layers[layer + 1] ?? { weights: [], delta: [] }
  return {
    left: { sign: signs.byOutput(layer, unit), value: byOutput[unit] as number },
    terms: weights.map((row, k) => [
      { sign: signs.parameter({ layer: layer + 1, unit: k, input: unit }), value: row[unit] ?? 0 },
      { sign: signs.delta(layer + 1, k), value: delta[k] ?? 0 },
    ]),
  }
}

/** How the slope by one parameter comes about: ∂L/∂w = δ·x, δ = ∂L/∂y · f′(z). */
export interface Chain {
  readonly parameter: Quantity
  readonly gradient: Quantity
  readonly delta: Quantity
  readonly byOutput: Quantity
  /** f′(z) */
  readonly slope: Quantity
  /** What the weight is multiplied by; a bias by nothing. */
  readonly input?: Quantity
}

export function chainOf({ layers }: Pass, place: WeightPlace): Chain {
  const { layer, unit, input } = place
  const { weights, bias, inputs, delta, byOutput, slopes } = layers[layer] as LayerPass
  const own = delta[unit] as number
  const weight = input === undefined ? bias[unit] : weights[unit]?.[input]
  const given = input === undefined ? 1 : (inputs[input] as number)
  return {
    parameter: { sign: signs.parameter(place), value: weight as number },
    gradient: { sign: signs.gradient(place), value: own * given },
    delta: { sign: signs.delta(layer, unit), value: own },
    byOutput: { sign: signs.byOutput(layer, unit), value: byOutput[unit] as number },
    slope: { sign: signs.slope(layer, unit), value: slopes[unit] as number },
    ...(input !== undefined && { input: { sign: signs.y(layer - 1, input), value: given } }),
  }
}
