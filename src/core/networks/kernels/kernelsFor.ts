// Which kernels a network gets.
import type { Kernels } from '../kernel.ts'
import { doubleKernels, plainKernels } from '../plainKernels.ts'
import { firstOf } from './engine.ts'
import { isSingle } from './isSingle.ts'
import { type Precision, wasmKernels } from './wasmKernels.ts'

export const single: Precision = { bits: 32, Numbers: Float32Array, instead: plainKernels }
export const double: Precision = { bits: 64, Numbers: Float64Array, instead: doubleKernels }

/**
 * The kernels for a network of so many parameters, with a memory for one training. Where a training swings to and fro,
 * the rounding of single precision grows a thousandfold in twenty epochs; a small network is computed in double precision
 * in the same time, and alike in every engine.
 */
export function kernelsFor(parameters: number): Kernels {
  const [precision, names] = isSingle(parameters)
    ? ([single, ['relaxed', 'plain']] as const)
    : ([double, ['plain']] as const)
  const module = firstOf(names)
  return module ? wasmKernels(module, precision) : precision.instead
}
