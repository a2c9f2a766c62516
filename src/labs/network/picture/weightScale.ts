// How strong a weight is drawn, beside the others of its layer.
import { type Architecture, shapesOf } from '../../../core/networks/network.ts'
import type { Edge } from './edges.ts'

/** So many strengths are told apart; what is painted alike is painted at once. */
export const levels = 16

/** The weight that is drawn at full strength, for each layer: the largest that is drawn, but not less than is usual. */
export function weightScales(
  architecture: Architecture,
  edges: readonly Edge[],
  parameters: ArrayLike<number>,
): number[] {
  const scales = shapesOf(architecture).map(({ inputs }) => usual(inputs))
  for (const { place, index } of edges) {
    const size = Math.abs(parameters[index] as number)
    if (size > (scales[place.layer] as number) && size < Number.POSITIVE_INFINITY)
      scales[place.layer] = size
  }
  return scales
}

/** Twice the bound within which nn.Linear begins: so weights are seen to grow while they are learned. */
const usual = (inputs: number) => 2 / Math.sqrt(inputs)

/** The strength of a weight, from 0; below 0 where it is no number. */
export function levelOf(weight: number, scale: number): number {
  const size = Math.abs(weight) / scale
  return size >= 0 ? Math.min(levels - 1, Math.floor(size * levels)) : -1
}

const thinnest = 0.045
const widest = 0.36
/** The width of an edge in ems. */
export const widthOf = (level: number): number =>
  thinnest + (widest - thinnest) * (level / (levels - 1))

const palest = 0.3
/** How much of it is seen. */
export const alphaOf = (level: number): number => palest + (1 - palest) * (level / (levels - 1))
