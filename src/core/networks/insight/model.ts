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

/** Points by their places, row by row. */
export function pointsAt(
  { inputs, targets, count }: Examples,
  places: ArrayLike<number>,
): Examples {
  const rows = (all: Float64Array) => {
    const width = all.length / count
    return Float64Array.from(
      Array.from(places, (row) => [...all.subarray(row * width, (row + 1) * width)]).flat(),
    )
  }
  return { inputs: rows(inputs), targets: rows(targets), count: places.length }
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
