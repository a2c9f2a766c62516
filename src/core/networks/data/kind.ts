// core/networks/data/: what a network learns from: kinds of points by chance, one row each, and how they are split and
// standardized.
//
// What a kind of data says of itself.
import { normal, uniform } from '../../random.ts'
import { draws } from '../draws.ts'

/** Points with what is to be answered there: a number for each output, or the index of a class. */
export interface Points {
  readonly inputs: readonly (readonly number[])[]
  readonly targets: readonly (readonly number[])[]
}

interface Point {
  readonly input: readonly number[]
  readonly target: number
}

export interface DataKind {
  readonly id: string
  readonly name: string
  readonly inputs: number
  /** How many there are; nothing where numbers are to be learned. */
  readonly classes?: number
  /** So many points, where nothing is said. */
  readonly n: number
  /** Standard deviation of what is added to a number, or to each coordinate of a point of a class. */
  readonly noise: number
  /** The i-th of n points, as it is without noise. */
  readonly point: (i: number, n: number, draw: Draw) => Point
  /** Of numbers over one input: what is to be answered without noise. */
  readonly truth?: (x: number) => number
}

/** A number from 0 to 1, or a normal one: the k-th of this point. */
interface Draw {
  uniform(k: number): number
  normal(k: number): number
}

/** What is said of generated data, everything filled in. */
export interface DataChoice {
  readonly n: number
  readonly noise: number
  readonly seed: number
}

/** Draws the points of a kind. Each follows from the seed and its index alone. */
export function drawPoints({ point, classes }: DataKind, { n, noise, seed }: DataChoice): Points {
  const inputs: number[][] = []
  const targets: number[][] = []
  for (let i = 0; i < n; i++) {
    const { input, target } = point(i, n, {
      uniform: (k) => uniform(seed, draws.points, i, k),
      normal: (k) => normal(seed, draws.points, i, k),
    })
    const off = (k: number) => noise && noise * normal(seed, draws.noise, i, k)
    inputs.push(classes ? input.map((value, k) => value + off(k)) : [...input])
    targets.push([classes ? target : target + off(0)])
  }
  return { inputs, targets }
}
