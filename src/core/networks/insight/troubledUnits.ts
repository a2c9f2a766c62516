// Hidden units through which next to nothing flows back: dead ones and saturated ones, by the derivative of their
// activation in the language's table.
// Source: Glorot & Bengio 2010, 3 (saturation); Maas, Hannun & Ng 2013, 1 (units that never activate)
import { counted, plain } from '../../number.ts'
import { type Activation, type ActivationCurve, curveOf } from '../activations.ts'
import type { Dense } from '../kernel.ts'
import { type Examples, type Model, networkOf, rowsOf } from './model.ts'

export interface TroubledUnit {
  /** The hidden layer and the unit in it, from 0. */
  readonly layer: number
  readonly unit: number
  readonly kind: 'dead' | 'saturated'
  /** The share of points at which nothing, or next to nothing, flows back. */
  readonly share: number
  /** Which unit, what is wrong and what comes of it, for a student. */
  readonly words: string
}

/** A slope below this share of the largest one lets next to nothing through. */
const slight = 0.01
/** At more than this share of the points. */
const mostly = 0.95
/** Rows at once. */
const piece = 256

/**
 * Hidden units that hardly learn, in order.
 * @param points all that are learned from
 */
export function troubledUnits(model: Model, points: Examples): TroubledUnit[] {
  const network = networkOf(model, Math.min(piece, points.count))
  const gauges = model.architecture.activations.map(gaugeOf)
  const tallies = model.architecture.hidden.map((units) => Array.from({ length: units }, noted))
  for (let from = 0; from < points.count; from += piece) {
    const some = rowsOf(points, from, Math.min(points.count, from + piece))
    network.forward(some.inputs, some.count)
    tallies.forEach((units, l) => {
      tally(units, network.layers[l] as Dense, gauges[l] as Gauge, some.count)
    })
  }
  return tallies.flatMap((units, layer) =>
    units.flatMap((noticed, unit) => {
      const found = judged(noticed, gauges[layer] as Gauge, points.count)
      const name = `Unit ${unit + 1} of hidden layer ${layer + 1}`
      return found ? [{ ...found, layer, unit, words: `${name} ${found.words}` }] : []
    }),
  )
}

/** An activation with what its slopes are measured by. */
interface Gauge {
  readonly curve: ActivationCurve
  /** The largest slope. */
  readonly most: number
  /** Whether it is flat on one side of 0: what lies there is switched off. */
  readonly switches: boolean
}

const slopeAt = (curve: ActivationCurve, z: number) => Math.abs(curve.slope(z, curve.value(z)))

function gaugeOf(activation: Activation): Gauge {
  const curve = curveOf(activation)
  const most = Array.from({ length: 2001 }, (_, i) => slopeAt(curve, i / 100 - 10)).reduce((a, b) =>
    Math.max(a, b),
  )
  return { curve, most, switches: slopeAt(curve, -1) === 0 || slopeAt(curve, 1) === 0 }
}

/** What is counted of a unit over all points. */
interface Noticed {
  none: number
  slight: number
  /** The inputs of the unit where its slope is slight. */
  least: number
  greatest: number
}

const noted = (): Noticed => ({
  none: 0,
  slight: 0,
  least: Number.POSITIVE_INFINITY,
  greatest: Number.NEGATIVE_INFINITY,
})

function tally(units: readonly Noticed[], { z, y }: Dense, gauge: Gauge, rows: number): void {
  const { curve, most } = gauge
  const width = units.length
  for (let i = 0; i < rows * width; i++) {
    const input = z[i] as number
    const slope = Math.abs(curve.slope(input, y[i] as number))
    if (!(slope < slight * most)) continue
    const one = units[i % width] as Noticed
    one.slight++
    if (slope === 0) one.none++
    one.least = Math.min(one.least, input)
    one.greatest = Math.max(one.greatest, input)
  }
}

function judged(
  { none, slight: few, least, greatest }: Noticed,
  { switches, most }: Gauge,
  count: number,
): Pick<TroubledUnit, 'kind' | 'share' | 'words'> | undefined {
  const points = (some: number) =>
    some === count ? `all ${counted(count)} points` : `${counted(some)} of ${counted(count)} points`
  if (switches) {
    if (none < count) return undefined
    const where =
      greatest < 0
        ? 'its input is below 0'
        : greatest <= 0
          ? 'its input is not above 0'
          : 'its slope is 0'
    return {
      kind: 'dead',
      share: 1,
      words: `is dead: for ${points(count)} ${where}, so it learns nothing`,
    }
  }
  if (few <= mostly * count) return undefined
  const range = least === greatest ? plain(least) : `between ${plain(least)} and ${plain(greatest)}`
  return {
    kind: 'saturated',
    share: few / count,
    words: `is saturated: for ${points(few)} its input is ${range}, where its slope is below 1 % of ${plain(most)}, the most it can be, so it hardly learns`,
  }
}
