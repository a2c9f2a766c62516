// Whoever computes halves of batches for another training: a network of its own, whose parameters come with each half.
import { kernelsFor } from '../kernels/kernelsFor.ts'
import { makeNetwork, sizeOf } from '../network.ts'
import type { Batch } from './batches.ts'
import type { HalfFound, HalfWork } from './partner.ts'
import { slopesOf } from './trainer.ts'

export interface Helper {
  /** Where the parameters go before a half is computed. */
  readonly parameters: Float32Array
  slope(half: Batch): HalfFound
}

/** Makes ready for some work; nothing where it could not be done by the same kernels as elsewhere. */
export function helperFor(work: HalfWork): Helper | undefined {
  const kernels = kernelsFor(sizeOf(work.architecture))
  const network = makeNetwork(work.architecture, work.rows, kernels)
  const { parameters, gradient } = network
  if (!kernels.memory || !(parameters instanceof Float32Array)) return undefined
  const slope = slopesOf(network, work, undefined)
  return { parameters, slope: (half) => ({ ...slope(half), gradient }) }
}
