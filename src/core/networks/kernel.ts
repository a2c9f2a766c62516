// What a network needs done fast. Whoever can do it, typed arrays or WebAssembly, is a maker of kernels; the buffers are
// theirs too, for WebAssembly sees nothing but its own memory.
import type { Activation } from './activations.ts'
import type { blockProgram } from './blockProgram.ts'
import type { Floats, Room } from './floats.ts'
import type { LossName, SumOf } from './losses.ts'

/** A dense layer of some units with its buffers, which have room for a whole batch, row by row. */
export interface Dense {
  readonly inputs: number
  readonly units: number
  readonly activation: Activation
  /** units × inputs, row by row: nn.Linear's. */
  readonly weight: Floats
  readonly bias: Floats
  readonly weightGradient: Floats
  readonly biasGradient: Floats
  /** Before and after the activation; one and the same where there is none. */
  readonly z: Floats
  readonly y: Floats
  /** The slope of the loss by y, then by z. */
  readonly delta: Floats
}

/** The work of one layer. Rows are those of the batch. */
export interface LayerKernel {
  /** y = activation(x·Wᵀ + b) */
  forward(x: Floats, rows: number): void
  /** δ by z from δ by y. */
  derive(rows: number): void
  /** ∂W = δᵀ·x and ∂b, the sums of the columns of δ. */
  gradient(x: Floats, rows: number): void
  /** δ by x = δ·W */
  backward(into: Floats, rows: number): void
}

/** The work of all layers, one behind the other. Each answers whether it was done. */
export interface Passes {
  forward(x: Floats, rows: number): boolean
  backward(x: Floats, rows: number): boolean
  /** Forward, a loss, and backward if that is finite: answers with the sum, or nothing if it was not done. */
  sloping(loss: LossName): (learned: Learned, factor: number) => number | undefined
}

/** Some points with what is to be answered there, row by row. */
export interface Learned {
  readonly x: Floats
  readonly targets: Floats
  readonly rows: number
}

export interface Kernels {
  /** The buffers on which these kernels work. */
  readonly room: Room
  /** Says of how many numbers room will be made, so that all lie in one memory: before the first of them is. */
  reserve?(numbers: number): void
  /** The memory of WebAssembly in which they lie; arrays for which it has no room lie elsewhere. */
  readonly memory?: { readonly buffer: ArrayBuffer } | undefined
  /** Compiles what is done to all parameters, where that is faster in these buffers. */
  readonly program?: typeof blockProgram | undefined
  layer(dense: Dense): LayerKernel
  /** A loss, summed up in these buffers: the same to the bit in every engine. */
  sumOf?(loss: LossName): SumOf
  /** All layers at once, where nothing stands between them. */
  passes?(layers: readonly Dense[]): Passes | undefined
}
