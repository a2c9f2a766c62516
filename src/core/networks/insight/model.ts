// A network as numbers, made to run in double precision whatever it is trained in: on this side of the kernels anyone
// can ask it anything, and its training does not notice.
import { type LossName, lossFunctions } from '../losses.ts'
import { type Architecture, makeNetwork, type Network } from '../network.ts'
import { doubleKernels } from '../plainKernels.ts'

export interface Model {
  readonly architecture: Architecture
  /** PyTorch's order: weight (out × in, row by row), bias, … */
  readonly parameters: ArrayLike<number>
}

/** Some points, row by row, as the network takes them: standardized if it learns so. */
export interface Examples {
  readonly inputs: Float64Array
  readonly targets: Float64Array
  readonly count: number
}

/** @param most rows at once */
export function networkOf({ architecture, parameters }: Model, most: number): Network {
  const network = makeNetwork(architecture, most, doubleKernels)
  network.parameters.set(parameters)
  return network
}

/** Some of the points, in order. */
export function rowsOf({ inputs, targets, count }: Examples, from: number, to: number): Examples {
  const [width, answered] = [inputs.length / count, targets.length / count]
  return {
    inputs: inputs.subarray(from * width, to * width),
    targets: targets.subarray(from * answered, to * answered),
    count: to - from,
  }
}

/**
 * The mean loss of some points, without dropout.
 * @param slopes whether the network's gradient is wanted too
 */
export function lossOf(
  network: Network,
  { inputs, targets, count }: Examples,
  { loss, slopes = false }: { readonly loss: LossName; readonly slopes?: boolean },
): number {
  const { output, delta, layers } = network
  const width = layers.at(-1)?.units ?? 0
  const { sum, terms } = lossFunctions[loss]
  const all = terms(count, width)
  network.forward(inputs, count)
  const answered = { output, targets, rows: count, width }
  const value = sum(answered, slopes ? delta : undefined, 1 / all) / all
  if (slopes) network.backward(inputs, count)
  return value
}

export interface Place {
  /** From 0, the output layer last. */
  readonly layer: number
  readonly unit: number
  /** Which of the unit's inputs the weight belongs to; the bias without. */
  readonly input?: number
}

/** Where a weight or bias lies among the parameters. */
export function indexOf({ inputs, hidden, outputs }: Architecture, place: Place): number {
  const sizes = [inputs, ...hidden, outputs]
  let at = 0
  for (let l = 0; l < place.layer; l++) at += (sizes[l + 1] as number) * ((sizes[l] as number) + 1)
  const [given, units] = [sizes[place.layer] as number, sizes[place.layer + 1] as number]
  return place.input === undefined
    ? at + units * given + place.unit
    : at + place.unit * given + place.input
}

/** Which weight or bias lies there. */
export function placeOf({ inputs, hidden, outputs }: Architecture, index: number): Place {
  const sizes = [inputs, ...hidden, outputs]
  let at = index
  for (let layer = 0; layer + 1 < sizes.length; layer++) {
    const [given, units] = [sizes[layer] as number, sizes[layer + 1] as number]
    if (at < units * given) return { layer, unit: Math.floor(at / given), input: at % given }
    at -= units * given
    if (at < units) return { layer, unit: at }
    at -= units
  }
  throw new Error(`there is no parameter ${index}`)
}
