// Whoever computes halves of batches for another training: a network of its own, whose parameters come with each half.
import type { Floats } from '../floats.ts'
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
  const { architecture, rows } = work
  const kernels = kernelsFor(sizeOf(architecture))
  const sizes = [rows * architecture.inputs, rows * work.targets]
  for (const size of sizes) kernels.reserve?.(size)
  const network = makeNetwork(architecture, rows, kernels)
  const { parameters, gradient } = network
  if (!kernels.memory || !(parameters instanceof Float32Array)) return undefined
  const slope = slopesOf(network, work, undefined)
  // Where the kernels see them: what lies elsewhere is summed up in another order.
  const [x, targets] = sizes.map(kernels.room) as [Floats, Floats]
  return {
    parameters,
    slope(half) {
      x.set(half.x)
      targets.set(half.targets)
      return { ...slope({ ...half, x, targets }), gradient }
    },
  }
}
