// How strong a weight is drawn, beside the others of its layer.
import { type Architecture, shapesOf } from '../../../core/networks/network.ts'
import type { Edge } from './edges.ts'

/** So many strengths are told apart; what is painted alike is painted at once. */
export const levels = 16

/** How the weights of a layer are drawn. */
export interface Strength {
  /** The weight that is drawn at full strength: the largest that is drawn, but not less than is usual. */
  readonly full: number
  /** How many are drawn. */
  readonly count: number
  /** From this level on they are as wide as they are strong; below, as thin as can be, and paler. */
  readonly wide: number
}

/** So many weights of a layer are wide, the largest: wide curves are dear, and many of them hide each other. */
const mostWide = 40

/** How the weights of each layer are drawn. */
export function strengthsOf(
  architecture: Architecture,
  edges: readonly Edge[],
  parameters: ArrayLike<number>,
): readonly Strength[] {
  const full = shapesOf(architecture).map(({ inputs }) => usual(inputs))
  const sizeOf = ({ index }: Edge) => Math.abs(parameters[index] as number)
  for (const edge of edges) {
    const size = sizeOf(edge)
    const { layer } = edge.place
    if (size > (full[layer] as number) && size < Number.POSITIVE_INFINITY) full[layer] = size
  }
  const counts = full.map(() => new Uint32Array(levels))
  for (const edge of edges) {
    const level = levelOf(sizeOf(edge), full[edge.place.layer] as number)
    const own = counts[edge.place.layer] as Uint32Array
    if (level >= 0) own[level] = (own[level] as number) + 1
  }
  return counts.map((own, layer) => ({
    full: full[layer] as number,
    count: own.reduce((sum, count) => sum + count, 0),
    wide: firstWide(own),
  }))
}

function firstWide(counts: Uint32Array): number {
  let [level, sum] = [levels, 0]
  while (level > 0 && sum + (counts[level - 1] as number) <= mostWide)
    sum += counts[--level] as number
  return level
}

/** Twice the bound within which nn.Linear begins: so weights are seen to grow while they are learned. */
const usual = (inputs: number) => 2 / Math.sqrt(inputs)

/** The strength of a weight, from 0; below 0 where it is no number. */
export function levelOf(weight: number, full: number): number {
  const size = Math.abs(weight) / full
  return size >= 0 ? Math.min(levels - 1, Math.floor(size * levels)) : -1
}

const thinnest = 0.045
const widest = 0.36
/** No edge is wider than this share of the smaller of its units. */
const widestOfTile = 0.17
/** The width of an edge in ems. @param tile the size of the smaller of its units, in ems */
export const widthOf = (level: number, tile: number): number =>
  thinnest + (Math.min(widest, widestOfTile * tile) - thinnest) * (level / (levels - 1))

/** From so many edges of a layer on, weak ones step back. */
const many = 48
/** How much of an edge is seen. @param count the edges of its layer that are drawn */
export function alphaOf(level: number, count: number): number {
  const palest = 0.3 * Math.min(1, many / count)
  return palest + (1 - palest) * (level / (levels - 1)) ** (count > many ? 1.5 : 1)
}
