// core/networks/: networks of dense layers in single precision: forward and backward through static buffers, data to
// learn from, where parameters begin, and training; they know no experiment.
//
// A network: its parameters lie in one array, in PyTorch's order, and so do their slopes.
import type { Activation } from './activations.ts'
import type { Floats } from './floats.ts'
import type { Dense, Kernels } from './kernel.ts'
import { type Passing, passesThrough } from './passesThrough.ts'

export interface Architecture {
  readonly inputs: number
  /** Units of each hidden layer. */
  readonly hidden: readonly number[]
  /** One for each hidden layer; the last layer is linear. */
  readonly activations: readonly Activation[]
  readonly outputs: number
}

export interface Network extends Passing {
  readonly layers: readonly Dense[]
  /** All of them: weight, bias, weight, … */
  readonly parameters: Floats
  readonly gradient: Floats
  /** Views of single tensors, in the same order. */
  readonly tensors: readonly Floats[]
  readonly slopes: readonly Floats[]
  /** What the last layer answers. */
  readonly output: Floats
  /** Where the slope by the output goes before `backward`. */
  readonly delta: Floats
}

/** The units of every layer with what each of them is given. */
export const shapesOf = ({ inputs, hidden, outputs }: Architecture) => {
  const sizes = [inputs, ...hidden, outputs]
  return sizes.slice(1).map((units, l) => ({ units, inputs: sizes[l] as number }))
}

/** How many rows and columns each tensor has, in PyTorch's order: a bias has no columns. */
export const tensorShapes = (architecture: Architecture): readonly (readonly number[])[] =>
  shapesOf(architecture).flatMap(({ units, inputs }) => [[units, inputs], [units]])

/** Single tensors of all parameters: weight, bias, weight, … */
export function tensorsOf(architecture: Architecture, parameters: Floats): readonly Floats[] {
  let at = 0
  return shapesOf(architecture).flatMap(({ units, inputs }) => {
    const [weight, bias] = [at, at + units * inputs]
    at = bias + units
    return [parameters.subarray(weight, bias), parameters.subarray(bias, at)]
  })
}

/** How many parameters a network has. */
export const sizeOf = (architecture: Architecture): number =>
  shapesOf(architecture).reduce((sum, { units, inputs }) => sum + units * (inputs + 1), 0)

/** Arrays of the size of all parameters: as many as the longest rule may keep, and more. */
const arrays = 64

/** Of a layer's answers: before and after its activation, their slopes, and what dropout makes of them. */
const answers = 5

/** @param most rows of a batch at most */
export function makeNetwork(architecture: Architecture, most: number, kernels: Kernels): Network {
  const { room } = kernels
  const count = sizeOf(architecture)
  const units = shapesOf(architecture).reduce((sum, shape) => sum + shape.units, 0)
  kernels.reserve?.(arrays * count + answers * most * units + most * architecture.inputs)
  const [parameters, gradient] = [room(count), room(count)]
  let at = 0
  const layers = shapesOf(architecture).map((shape, l): Dense => {
    const [weight, bias] = [at, at + shape.units * shape.inputs]
    at = bias + shape.units
    const activation = architecture.activations[l] ?? 'linear'
    const z = room(most * shape.units)
    return {
      ...shape,
      activation,
      weight: parameters.subarray(weight, bias),
      bias: parameters.subarray(bias, at),
      weightGradient: gradient.subarray(weight, bias),
      biasGradient: gradient.subarray(bias, at),
      z,
      y: activation === 'linear' ? z : room(most * shape.units),
      delta: room(most * shape.units),
    }
  })
  const { y: output, delta } = layers.at(-1) as Dense
  return {
    layers,
    parameters,
    gradient,
    tensors: layers.flatMap(({ weight, bias }) => [weight, bias]),
    slopes: layers.flatMap(({ weightGradient, biasGradient }) => [weightGradient, biasGradient]),
    output,
    delta,
    ...passesThrough(layers, kernels),
  }
}
