// The network of an experiment and what it answers, checked.
import { ExperimentError } from '../experimentError.ts'
import { type Activation, activations } from '../networks/activations.ts'
import type { LossName } from '../networks/losses.ts'
import { type Architecture, tensorShapes } from '../networks/network.ts'
import type { ReadData } from './networkData.ts'
import { networkLimits } from './networkLimits.ts'
import { wordAmong } from './networkNames.ts'

/** @throws ExperimentError for hidden layers that a network cannot have */
export function checkedLayers(layers: readonly number[]): readonly number[] {
  const { layers: depth, units } = networkLimits
  if (layers.length > depth.most) throw new ExperimentError(depth.words)
  const odd = layers.findIndex((n) => !Number.isInteger(n) || n < 1 || n > units.most)
  if (odd >= 0) throw new ExperimentError(units.words, { at: [[odd]] })
  return layers
}

/** One for each hidden layer. */
export function activationsOf(
  said: string | readonly string[],
  layers: number,
): readonly Activation[] {
  const words = typeof said === 'string' ? Array<string>(layers).fill(said) : said
  if (words.length !== layers)
    throw new ExperimentError(
      `The network has ${counted(layers, 'hidden layer')}, but ${counted(words.length, 'activation')}`,
    )
  // Without a hidden layer the word must still be one.
  for (const word of typeof said === 'string' ? [said] : said)
    wordAmong('activation', word, activations)
  return words as readonly Activation[]
}

/** @throws ExperimentError for weights that are not those of the network */
export function checkedWeights(
  weights: readonly (readonly number[])[],
  architecture: Architecture,
): void {
  const sizes = tensorShapes(architecture).map((shape) => shape.reduce((a, b) => a * b))
  if (weights.length !== sizes.length)
    throw new ExperimentError(
      `The network has ${sizes.length} lists of weights and biases, not ${weights.length}: open the weights of such a network`,
    )
  weights.forEach((tensor, i) => {
    const name = `${i % 2 ? 'biases' : 'weights'} of layer ${Math.floor(i / 2) + 1}`
    if (tensor.length !== sizes[i])
      throw new ExperimentError(`The ${name} are ${sizes[i]} numbers, not ${tensor.length}`, {
        at: [[i]],
      })
    // Large networks have no more.
    if (!tensor.every((value) => Number.isFinite(Math.fround(value))))
      throw new ExperimentError(`The ${name} must be finite numbers, in single precision too`, {
        at: [[i]],
      })
  })
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

/**
 * How many classes the points are of; nothing where numbers are learned.
 * @throws ExperimentError if classes are to be told apart and there are none
 */
export function classesOf(loss: LossName, { points, kind }: ReadData): number | undefined {
  if (loss === 'mse' || kind?.classes) return kind?.classes
  if (kind)
    throw new ExperimentError(
      `Cross-entropy tells classes apart, and ${kind.id} has none: choose mse, or other data`,
    )
  const { targets } = points
  const { most, words } = networkLimits.classes
  const isClass = (row: readonly number[]) =>
    row.length === 1 && Number.isInteger(row[0]) && Number(row[0]) >= 0
  const odd = targets.findIndex((row) => !isClass(row))
  if (odd >= 0)
    throw new ExperimentError(
      `Cross-entropy tells classes apart, and the target of point ${odd + 1} is none: classes are 0, 1, 2, …`,
    )
  const classes = 1 + targets.reduce((most, [index = 0]) => Math.max(most, index), 1)
  if (classes > most) throw new ExperimentError(words)
  return classes
}
