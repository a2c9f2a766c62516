// The catalogue of losses.
import { curves } from './curves.ts'
import type { LossFunction } from './function.ts'

export const functions: readonly LossFunction[] = [...curves]

export const functionById = (id: string): LossFunction | undefined =>
  functions.find((entry) => entry.id === id)
