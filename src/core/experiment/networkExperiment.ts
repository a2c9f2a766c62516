// The experiment of the network lab: what is learned from, by what network, and how it is trained.
import type { HyperArgument } from '../hyper.ts'
import type { RunSpec } from './experiment.ts'
import type { DataSpec } from './networkData.ts'

/** The lab whose experiments these are. */
export const networkId = 'network'

export interface NetworkExperiment {
  readonly lab?: string
  readonly data?: DataSpec
  /** The share of the points that is learned from; by the rest the network is judged. */
  readonly split?: number
  /** Whether inputs are brought to mean 0 and standard deviation 1. */
  readonly standardize?: boolean
  /** Units of each hidden layer. */
  readonly layers?: readonly number[]
  /** Of all hidden layers, or of each. */
  readonly activation?: string | readonly string[]
  readonly loss?: string
  /** How parameters begin. */
  readonly init?: string
  /** How they begin instead, number by number: each tensor in PyTorch's order, row by row. */
  readonly weights?: readonly (readonly number[])[]
  /** The share of hidden units that each batch does without. */
  readonly dropout?: number
  readonly batch?: number | 'full'
  readonly shuffle?: boolean
  readonly epochs?: number
  /** What parameters, batches and dropout are drawn from. */
  readonly seed?: number
  /** The step that is shown: so many batches. */
  readonly at?: number
  readonly runs?: readonly RunSpec[]
  /** What was changed while it trained, in the order of the batches. */
  readonly changes?: readonly Change[]
}

export const isOfNetwork = (experiment: {
  readonly lab?: string
}): experiment is NetworkExperiment => experiment.lab === networkId

/** From a batch on, other settings. */
export interface Change {
  /** The batches that are done before it holds. */
  readonly at: number
  /** The run whose hyper-parameters change, by its index; the first one where nothing is said. */
  readonly run?: number
  /** By PyTorch's names, as a run has them; what is not said stays as it was. */
  readonly hyper?: Readonly<Record<string, HyperArgument>>
  /** Points of a batch, for all runs. */
  readonly batch?: number | 'full'
}
