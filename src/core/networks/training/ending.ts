// What is said of a training that is over.
import { counted, plain } from '../../number.ts'
import type { Floats } from '../floats.ts'
import type { Network } from '../network.ts'

export interface Ending {
  readonly kind: 'trained' | 'diverged'
  /** The batches that it was trained on. */
  readonly step: number
  readonly message: string
}

export const trained = (step: number, epochs: number, loss: number): Ending => ({
  kind: 'trained',
  step,
  message: `Trained for ${counted(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'}: the loss is ${plain(loss)}`,
})

/** Where a network first stopped being finite, and what may help. */
export function diverged(step: number, network: Network, rate: number): Ending {
  const { layers, gradient } = network
  const last = layers.length
  const title = (l: number) => (l + 1 === last ? 'the output layer' : `hidden layer ${l + 1}`)
  const broken = layers.findIndex(({ weight, bias }) => !isAllFinite(weight) || !isAllFinite(bias))
  const overflown = layers.findIndex(({ z }) => !isAllFinite(z))
  const what =
    broken >= 0
      ? `the weights of ${title(broken)} stopped being finite`
      : overflown >= 0
        ? `what ${title(overflown)} answers became too large`
        : `the loss became too large: ${title(loudest(layers))} answers up to ${plain(largestIn(layers[loudest(layers)]?.y ?? []))}`
  // No learning rate has done anything yet.
  if (step === 0)
    return {
      ...{ kind: 'diverged', step },
      message: `Before the first step ${what}: take smaller points, or smaller weights to begin with`,
    }
  let squares = 0
  for (let i = 0; i < gradient.length; i++) squares += (gradient[i] as number) ** 2
  const norm = Math.sqrt(squares)
  const size = Number.isFinite(norm) ? `, after a gradient of norm ${plain(norm)}` : ''
  return {
    kind: 'diverged',
    step,
    message: `After ${counted(step)} ${step === 1 ? 'step' : 'steps'} ${what}${size}: choose a smaller learning rate than ${plain(rate)}, such as ${plain(rate / 10)}`,
  }
}

const largestIn = (values: ArrayLike<number>): number => {
  let most = 0
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] as number))
  return most
}

/** The layer that answers the largest numbers. */
function loudest(layers: Network['layers']): number {
  const sizes = layers.map(({ y }) => largestIn(y))
  return sizes.indexOf(Math.max(...sizes))
}

export function isAllFinite(values: Floats): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false
  return true
}
