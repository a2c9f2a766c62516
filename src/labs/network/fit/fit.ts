// labs/network/fit/: what the network answers and the data that it learns from, in one picture.
//
// What such a picture is of, apart from the answers, which change with every batch.
import type { Reading } from '../../../core/networks/answers.ts'
import type { Points } from '../../../core/networks/data/kind.ts'
import type { LossName } from '../../../core/networks/losses.ts'
import type { Probe } from '../../../core/networks/probe.ts'
import { type HeightScale, heightScale } from './heights.ts'

/** Data as they are handed in. */
export interface FitData {
  /** As data say them, all of them. */
  readonly points: Points
  /** By point: learned from, or else judged by. */
  readonly training: Uint8Array | readonly boolean[]
  /** Nothing where numbers are learned. */
  readonly classes: number | undefined
  readonly loss: LossName
  readonly probe: Probe
}

/**
 * How a fit is drawn: over one input as a curve, or as the chances of classes; over two as heights, or as regions of
 * classes; else answers are set against what is right.
 */
export type Look = 'curve' | 'chances' | 'heights' | 'regions' | 'compared' | 'confusion'

export interface Fit {
  readonly look: Look
  readonly points: Points
  readonly probe: Probe
  /** How answers become classes; nothing where they are numbers. */
  readonly reading: Reading | undefined
  /** By point: 1 if it is learned from. */
  readonly isTraining: Uint8Array
  /** The point of each place among those that are learned from: so a batch names them. */
  readonly learned: Uint32Array
  /** The points that are drawn, in the order in which one walks through them. */
  readonly samples: Uint32Array
  /** How many numbers the network answers for a point, and which of them is drawn. */
  readonly width: number
  readonly output: number
  /** Which colour means which number, where heights are drawn. */
  readonly scale: HeightScale | undefined
}

const looks: Readonly<Record<'numbers' | 'classes', readonly [Look, Look, Look]>> = {
  numbers: ['curve', 'heights', 'compared'],
  classes: ['chances', 'regions', 'confusion'],
}

/** @param output which of several numbers is drawn */
export function fitOf(data: FitData, output = 0): Fit {
  const { points, probe, classes, loss } = data
  const of = looks[classes === undefined ? 'numbers' : 'classes']
  const reading = classes === undefined ? undefined : { loss, classes }
  const targets = points.targets[0]?.length ?? 1
  const width = reading && loss === 'cross-entropy' ? reading.classes : targets
  const isTraining = Uint8Array.from(data.training, Number)
  const learned = Uint32Array.from(isTraining.keys()).filter((i) => isTraining[i] === 1)
  const look = of[Math.min(probe.inputs, of.length) - 1] as Look
  const samples = sampleOrder(points, probe)
  const drawn = Math.min(output, width - 1)
  const scale =
    look === 'heights' ? heightScale(points.targets.map((row) => row[drawn] ?? 0)) : undefined
  return {
    ...{ look, points, probe, reading, isTraining, learned, samples, width, scale },
    output: drawn,
  }
}

/** Along the one input, or else as they came; of more than two inputs only those whose answers are known. */
function sampleOrder({ inputs }: Points, { inputs: width, columns }: Probe): Uint32Array {
  const order = Uint32Array.from(inputs.keys())
  if (width > 2) return order.subarray(0, columns)
  const along = (i: number) => inputs[i]?.[0] ?? 0
  return width === 1 ? order.sort((a, b) => along(a) - along(b)) : order
}

/** What is to be answered for a point: the class, or the number that is drawn. */
export const targetOf = ({ points, reading, output }: Fit, sample: number): number =>
  points.targets[sample]?.[reading ? 0 : output] ?? Number.NaN

/** Whether each point has a place of its own over the inputs, wherever the answers are. */
export const isOverInputs = ({ look }: Fit): boolean => look !== 'compared' && look !== 'confusion'
