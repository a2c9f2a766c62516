// One point and one weight by hand: both passes of the point, and what the next step makes of the weight.
import type { PreparedNetwork } from '../../../core/experiment/networkPrepare.ts'
import { type Pass, passOf } from '../../../core/networks/insight/pass.ts'
import type { WeightPlace } from '../../../core/networks/places.ts'
import { plain } from '../../../core/number.ts'
import type { Seen } from '../../../core/runs/watchTraining.ts'
import type { HandLine } from './line.ts'
import { passLines } from './passLines.ts'
import { sampleInWords, sampleOf } from './sampleOf.ts'
import { placed, stepOf } from './stepOf.ts'

interface Which {
  readonly selected: number
  readonly seen: Seen
  /** Of the weight, among all parameters. */
  readonly index: number
  /** Its place among all points. */
  readonly sample: number
}

export interface Calculation {
  readonly lines: readonly HandLine[]
  readonly pass: Pass
  readonly place: WeightPlace
  /** What point it is. */
  readonly about: string
}

export function calculationOf(prepared: PreparedNetwork, which: Which): Calculation {
  const { seen, index, sample } = which
  const { architecture, loss } = prepared
  const { parameters, gradient, batch } = seen.moment
  const own = sampleOf(prepared, sample)
  const pass = passOf({ architecture, parameters }, { input: own.taken, target: own.target, loss })
  const { place, name, isBias } = placed(prepared, index)
  // What is remembered comes a moment later than another choice.
  const isKnown = seen.parameter === index
  const { next } = stepOf(prepared, which.selected, { seen, index, isBias }).taken
  const update = {
    ...{ name, count: batch.length, next: isKnown ? next : Number.NaN },
    slope: gradient[index] ?? Number.NaN,
    value: parameters[index] ?? Number.NaN,
  }
  return {
    ...{ pass, place, lines: passLines(pass, place, update) },
    about: `${pointInWords(prepared, own)}; ${sampleInWords(own, batch)}.`,
  }
}

const list = (numbers: readonly number[]) => numbers.map((one) => plain(one)).join(', ')

function pointInWords(
  { dataset, classes }: PreparedNetwork,
  { input, target, taken }: ReturnType<typeof sampleOf>,
): string {
  const standardized = dataset.scaling.length ? `, standardized (${list(taken)})` : ''
  const wanted = classes === undefined ? `wanted ${list(target)}` : `class ${target[0]}`
  return `(${list(input)})${standardized}, ${wanted}`
}
