// core/functions/: the catalogue of losses: data only.
//
// The catalogue of losses.
import { curves } from './curves.ts'
import type { LossFunction } from './function.ts'
import { surfaces } from './surfaces.ts'
import { teaching } from './teaching.ts'

export const functions: readonly LossFunction[] = [...curves, ...surfaces, ...teaching]

export const functionById = (id: string): LossFunction | undefined =>
  functions.find((entry) => entry.id === id)
