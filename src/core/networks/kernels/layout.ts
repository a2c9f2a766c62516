// A layer as assembly/layer.ts reads it: ten numbers of four bytes.
import { activations } from '../activations.ts'
import type { Dense } from '../kernel.ts'

export const bytesOfLayer = 40

/** Writes where a layer lies; nothing is written if any of it lies in another buffer. */
export function describe(dense: Dense, at: number, buffer: ArrayBuffer): boolean {
  const { inputs, units, activation, weight, bias, weightGradient, biasGradient } = dense
  const arrays = [weight, bias, weightGradient, biasGradient, dense.z, dense.y, dense.delta]
  if (arrays.some((array) => array.buffer !== buffer)) return false
  new Int32Array(buffer, at, bytesOfLayer / 4).set([
    inputs,
    units,
    activations.indexOf(activation),
    ...arrays.map((array) => array.byteOffset),
  ])
  return true
}
