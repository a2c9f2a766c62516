// Which kernels a network gets.
import type { Kernels } from '../kernel.ts'
import { doubleKernels, plainKernels } from '../plainKernels.ts'
import { isPrecise } from '../precision.ts'
import { firstOf } from './engine.ts'
import { type Precision, wasmKernels } from './wasmKernels.ts'

export const single: Precision = { bits: 32, Numbers: Float32Array, instead: plainKernels }
export const double: Precision = { bits: 64, Numbers: Float64Array, instead: doubleKernels }

/** The kernels for a network of so many parameters, with a memory for one training. */
export function kernelsFor(parameters: number): Kernels {
  const [precision, names] = isPrecise(parameters)
    ? ([double, ['plain']] as const)
    : ([single, ['relaxed', 'plain']] as const)
  const module = firstOf(names)
  return module ? wasmKernels(module, precision) : precision.instead
}
