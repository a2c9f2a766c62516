// What each unit answers over the points of the probe, wherever it lies in a moment.
import type { Moment } from '../../../core/networks/moment.ts'
import { type Architecture, sizeOf } from '../../../core/networks/network.ts'
import type { Probe } from '../../../core/networks/probe.ts'

/** Numbers that lie evenly spaced in an array. */
export interface Response {
  readonly values: Float32Array | Float64Array
  readonly from: number
  readonly stride: number
  readonly count: number
}

export interface Extent {
  readonly least: number
  readonly most: number
}

/** The units of each layer, the inputs' first. */
export const sizesOf = ({ inputs, hidden, outputs }: Architecture): readonly number[] => [
  inputs,
  ...hidden,
  outputs,
]

export const pointsOf = ({ columns, rows }: Probe): number => columns * rows

/** Whether a moment is one of this network over this probe: while another network is on its way, it is not. */
export function isMomentOf(moment: Moment, architecture: Architecture, probe: Probe): boolean {
  const { hidden, outputs, inputs } = architecture
  const points = pointsOf(probe)
  return (
    moment.parameters.length === sizeOf(architecture) &&
    moment.answers.length === points * outputs &&
    moment.responses.length === hidden.length &&
    // Of wide layers over a plane not every unit is told.
    moment.responses.every((values, l) => values.length <= points * (hidden[l] as number)) &&
    probe.points.length === points * inputs
  )
}

/** What a unit of a column answers: of the inputs', what they are given; of the last, the network's answer. */
export function responseOf(
  probe: Probe,
  moment: Moment,
  architecture: Architecture,
  [column, unit]: readonly [column: number, unit: number],
): Response {
  const count = pointsOf(probe)
  const { inputs, hidden, outputs } = architecture
  if (column === 0) return { values: probe.points, from: unit, stride: inputs, count }
  const values = moment.responses[column - 1]
  return values && column <= hidden.length
    ? { values, from: unit * count, stride: 1, count }
    : { values: moment.answers, from: unit, stride: outputs, count }
}

/** The least and the most of what is finite; both 0 where nothing is. */
export function extentOf({ values, from, stride, count }: Response): Extent {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0, at = from; i < count; i++, at += stride) {
    const value = values[at] as number
    if (value < least && value > Number.NEGATIVE_INFINITY) least = value
    if (value > most && value < Number.POSITIVE_INFINITY) most = value
  }
  return least <= most ? { least, most } : { least: 0, most: 0 }
}

/** The mean of what is finite. */
export function meanOf({ values, from, stride, count }: Response): number {
  let [sum, finite] = [0, 0]
  for (let i = 0, at = from; i < count; i++, at += stride) {
    const value = values[at] as number
    if (!Number.isFinite(value)) continue
    sum += value
    finite++
  }
  return finite ? sum / finite : 0
}

/** How far an extent reaches from 0. */
export const sizeOfExtent = ({ least, most }: Extent): number =>
  Math.max(Math.abs(least), Math.abs(most))

/**
 * The size that has the full colour in a unit's picture: its own largest, so that each can be read, but not less than a
 * share of the largest in its layer, so that one which hardly answers looks like that.
 */
export const scaleOf = (own: number, ofLayer: number): number =>
  Math.max(own, leastShare * ofLayer, Number.MIN_VALUE)
const leastShare = 0.2
