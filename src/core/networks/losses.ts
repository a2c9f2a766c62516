// Losses of a batch, and their slopes by the network's output, as PyTorch's functions of the same names have them.
import type { Floats } from './floats.ts'

/** Outputs and targets of a batch, row by row. */
interface Answered {
  output: Floats
  targets: Floats
  rows: number
  /** Outputs of the network. */
  readonly width: number
}

/**
 * The sum over all rows, and its slopes times a factor; who wants the mean divides by the count.
 * @param delta where the slopes go
 */
export type SumOf = (answered: Answered, delta?: Floats, factor?: number) => number

/** Source: PyTorch, mse_loss */
const squares: SumOf = ({ output, targets, rows, width }, delta, factor = 1) => {
  let sum = 0
  for (let i = 0; i < rows * width; i++) {
    const error = (output[i] as number) - (targets[i] as number)
    sum += error * error
    if (delta) delta[i] = 2 * error * factor
  }
  return sum
}

/** A target is the index of a class. Source: PyTorch, cross_entropy */
const surprise: SumOf = ({ output, targets, rows, width }, delta, factor = 1) => {
  let sum = 0
  for (let r = 0; r < rows; r++) {
    const at = r * width
    // As in log_softmax, the largest is taken off first: so nothing overflows.
    let most = Number.NEGATIVE_INFINITY
    for (let j = at; j < at + width; j++) most = Math.max(most, output[j] as number)
    let total = 0
    for (let j = at; j < at + width; j++) total += Math.exp((output[j] as number) - most)
    const right = at + (targets[r] as number)
    sum += Math.log(total) + most - (output[right] as number)
    if (!delta) continue
    for (let j = at; j < at + width; j++) {
      const share = Math.exp((output[j] as number) - most) / total
      delta[j] = (share - (j === right ? 1 : 0)) * factor
    }
  }
  return sum
}

export interface LossFunction {
  readonly sum: SumOf
  /** Of how many terms the mean of a batch is taken. */
  readonly terms: (rows: number, width: number) => number
}

export const lossFunctions = {
  mse: { sum: squares, terms: (rows, width) => rows * width },
  'cross-entropy': { sum: surprise, terms: (rows) => rows },
} as const satisfies Readonly<Record<string, LossFunction>>

export type LossName = keyof typeof lossFunctions

export const lossNames = Object.keys(lossFunctions) as LossName[]
