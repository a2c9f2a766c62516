// Single weights and biases: where they stand in the network and in the flat parameters.
import { type Architecture, shapesOf } from './network.ts'

/** A weight, or the bias of a unit. All count from 0. */
export interface WeightPlace {
  /** The first hidden layer is 0, the output's the last. */
  readonly layer: number
  readonly unit: number
  /** What the weight multiplies: an input of its layer; nothing for the bias. */
  readonly input?: number | undefined
}

/** Where each layer's parameters begin in the flat array, its weight first, then its bias. */
export function layersIn(architecture: Architecture) {
  let at = 0
  return shapesOf(architecture).map(({ units, inputs }) => {
    const weight = at
    at += units * (inputs + 1)
    return { units, inputs, weight, bias: weight + units * inputs }
  })
}

/** The index of a parameter in PyTorch's order: weight (out × in, row by row), bias, weight, …; undefined where none is. */
export function indexOfPlace(
  architecture: Architecture,
  { layer, unit, input }: WeightPlace,
): number | undefined {
  const shape = layersIn(architecture)[layer]
  if (!shape || !isBelow(unit, shape.units)) return undefined
  if (input === undefined) return shape.bias + unit
  return isBelow(input, shape.inputs) ? shape.weight + unit * shape.inputs + input : undefined
}

/** The place of a parameter by its index; undefined where none is. */
export function placeOfIndex(architecture: Architecture, index: number): WeightPlace | undefined {
  const layers = layersIn(architecture)
  const layer = layers.findLastIndex(({ weight }) => weight <= index)
  const shape = layers[layer]
  if (!shape || !isBelow(index, shape.bias + shape.units)) return undefined
  if (index >= shape.bias) return { layer, unit: index - shape.bias }
  const within = index - shape.weight
  const input = within % shape.inputs
  return { layer, unit: (within - input) / shape.inputs, input }
}

const isBelow = (index: number, count: number) =>
  Number.isInteger(index) && index >= 0 && index < count

export const isSamePlace = (a: WeightPlace | undefined, b: WeightPlace | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.layer === b.layer &&
  a.unit === b.unit &&
  a.input === b.input
