// core/maps/: what happens for every value of two quantities: the experiment of a map, its pixels as runs, and how they
// are swept.
//
// The experiment of a map: a descent, whose run is the one at the mark, and two of its numbers that are varied.
import type { Experiment } from '../experiment/experiment.ts'

export interface MapExperiment extends Experiment {
  readonly map?: MapSpec
}

export interface MapSpec {
  readonly x?: AxisSpec
  readonly y?: AxisSpec
  readonly show?: Show
  /** Pixels along each side. */
  readonly size?: number
  /** How near to the value of the best known minimum a loss must come. */
  readonly tolerance?: number
}

export interface AxisSpec {
  /** A hyper-parameter (lr, beta1, schedule.gamma), start.x or param.kappa. */
  readonly of: string
  /** Both ends or none: then they are the quantity's own, with its own scale. */
  readonly from?: number
  readonly to?: number
  /** Linear unless it says otherwise. */
  readonly scale?: Scale
}

export const scales = ['linear', 'log'] as const
export type Scale = (typeof scales)[number]

/**
 * What the value of a pixel is: the step of the outcome; the first step with a loss within the tolerance of the best known
 * minimum; the last loss; the largest distance from the start.
 */
export const shows = ['outcome', 'steps', 'loss', 'excursion'] as const
export type Show = (typeof shows)[number]

/** The lab whose experiments these are. */
export const mapsId = 'maps'

/** The descent at the mark. */
export const withoutMap = ({ map: _, lab: __, ...experiment }: MapExperiment): Experiment =>
  experiment
