// A layer as the page describes it: numbers of four bytes in this order, and addresses. layout.ts writes them.

@unmanaged export class Layer {
  inputs: i32
  units: i32
  activation: i32
  weight: usize
  bias: usize
  weightGradient: usize
  biasGradient: usize
  z: usize
  y: usize
  delta: usize
}

/** One of layers that are described one behind the other. */
@inline export function layerAt(first: usize, l: i32): Layer {
  return changetype<Layer>(first + l * <i32>offsetof<Layer>())
}
