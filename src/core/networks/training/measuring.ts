// How good a network is: its loss and accuracy over points that it is not trained on while it answers.

import { toItsEnd } from '../../work.ts'
import { classOf } from '../answers.ts'
import type { Floats } from '../floats.ts'
import { type LossName, lossFunctions } from '../losses.ts'
import type { Network } from '../network.ts'
import type { Batch } from './batches.ts'

export interface Judging {
  readonly loss: LossName
  /** Not there where numbers are learned. */
  readonly classes?: number
}

export interface Measured {
  readonly loss: number
  /** The share of points whose class is answered; NaN where there are none. */
  readonly accuracy: number
}

/** Measures all pieces of a set; it yields between them, so that whoever drives it can breathe. */
export function* measured(
  network: Network,
  pieces: readonly Batch[],
  judging: Judging,
): Generator<undefined, Measured> {
  const { terms } = lossFunctions[judging.loss]
  const sum = network.sumOf(judging.loss)
  const width = widthOf(network)
  let [total, hits, rows] = [0, 0, 0]
  for (const piece of pieces) {
    if (rows > 0) yield undefined
    const output = network.forward(piece.x, piece.rows)
    total += sum({ output, targets: piece.targets, rows: piece.rows, width })
    hits += hitsIn(output, piece, judging)
    rows += piece.rows
  }
  return { loss: total / terms(rows, width), accuracy: hits / rows }
}

/** Measures all pieces of a set at once. */
export const measure = (...set: Parameters<typeof measured>): Measured => toItsEnd(measured(...set))

export const widthOf = ({ layers }: Network): number => layers.at(-1)?.units ?? 0

/** How many answers are right. */
export function hitsIn(
  output: Floats,
  { targets, rows }: Batch,
  { loss, classes }: Judging,
): number {
  if (classes === undefined) return Number.NaN
  const reading = { loss, classes }
  let hits = 0
  for (let r = 0; r < rows; r++) if (classOf(output, r, reading) === targets[r]) hits++
  return hits
}
