// What can be seen of a training before one of its batches: the page draws it, a worker computes it.
import type { Floats } from './floats.ts'

/** A network as it stands before a batch. */
export interface Moment {
  /** The batches that are done. */
  readonly step: number
  /** The epochs that are whole. */
  readonly epoch: number
  /** All parameters in PyTorch's order: weight (out × in, row by row), bias, weight, … */
  readonly parameters: Floats
  /** The slope of the next batch's loss by each of them. */
  readonly gradient: Floats
  /** The places of the next batch's points among those that are learned from. */
  readonly batch: Uint32Array
  /** The loss of the next batch. */
  readonly batchLoss: number
  /** The learning rate of the next step, after the schedule. */
  readonly rate: number
  /** What the network answers at each point of the probe: points × outputs, row by row. */
  readonly answers: Float32Array
  /** What each unit of each hidden layer answers there, after its activation: unit by unit. */
  readonly responses: readonly Float32Array[]
  /** For each layer, the output's last. */
  readonly layers: readonly LayerNumbers[]
}

/** How the numbers of a layer are spread. */
export interface LayerNumbers {
  readonly weights: Histogram
  readonly gradients: Histogram
  /** The size of the last step's update beside the size of the weights (norms); NaN before the first step. */
  readonly ratio: number
  /** The norm of the gradient by weights and biases. */
  readonly gradientNorm: number
}

/** So many numbers in each of some equal parts of an interval. */
export interface Histogram {
  readonly from: number
  readonly to: number
  readonly counts: Uint32Array
}
