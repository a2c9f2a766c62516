// Both passes through a network by hand, as lines to be read one after the other: symbols, numbers, what they come to.
import { arrivingAt, chainOf, sumOf } from '../../../core/networks/insight/chain.ts'
import type { LayerPass, Pass } from '../../../core/networks/insight/pass.ts'
import { signs } from '../../../core/networks/insight/signs.ts'
import type { WeightPlace } from '../../../core/networks/places.ts'
import { counted } from '../../../core/number.ts'
import { type HandLine, type HandPass, lineOf } from './line.ts'
import { lossLines, outputLine } from './lossLines.ts'
import {
  activationInSides,
  numberSide,
  places,
  productSide,
  productsInSides,
  writtenOf,
} from './sides.ts'
import { type Update, updateLines } from './updateLines.ts'

/** Units of a layer whose lines are written. */
const mostUnits = 4

/**
 * Forward through all layers, backward to the unit of a chosen weight, and the step of that weight.
 * @param update what the step does to it
 */
export function passLines(pass: Pass, chosen: WeightPlace, update: Update): HandLine[] {
  return [
    ...pass.layers.flatMap((layer, l) => forwardLines(pass, layer, l, chosen)),
    ...lossLines(pass),
    ...backwardLines(pass, chosen),
    ...updateLines(update),
  ]
}

function forwardLines(pass: Pass, layer: LayerPass, l: number, chosen: WeightPlace): HandLine[] {
  const own = chosen.layer === l ? chosen.unit : undefined
  const { written, more } = unitsOf(layer.z.length, l, own)
  return [...written.flatMap((unit) => unitForward(pass, l, unit)), ...moreLine('forward', more)]
}

function unitForward(pass: Pass, l: number, unit: number): HandLine[] {
  const products = sumOf(pass, l, unit)
  const { left } = products
  const { activation, y } = pass.layers[l] as LayerPass
  const result = numberSide(left.value)
  const sides = [left.sign, ...productsInSides(products), result]
  const output = signs.y(l, unit)
  if (activation === 'linear') return [lineOf('forward', output, ...sides)]
  const activated = activationInSides(activation, left)
  return [
    lineOf('forward', ...sides),
    lineOf('forward', output, ...activated, numberSide(y[unit] as number)),
  ]
}

function backwardLines(pass: Pass, chosen: WeightPlace): HandLine[] {
  const last = pass.layers.length - 1
  const lines: HandLine[] = []
  for (let l = last; l >= chosen.layer; l--) {
    const { z } = pass.layers[l] as LayerPass
    const { written, more } =
      l === chosen.layer ? { written: [chosen.unit], more: undefined } : unitsOf(z.length, l)
    for (const unit of written)
      lines.push(...(l === last ? [outputLine(pass, unit)] : unitBackward(pass, l, unit)))
    lines.push(...moreLine('backward', more))
  }
  const { gradient, delta, input } = chainOf(pass, chosen)
  const factors = input ? [delta, input] : [delta]
  const numbers = productSide(factors.map(({ value }) => numberSide(value, places.factor)))
  return [
    ...lines,
    lineOf(
      'backward',
      gradient.sign,
      productSide(factors.map(({ sign }) => sign)),
      ...(input ? [numbers] : []),
      numberSide(gradient.value),
    ),
  ]
}

function unitBackward(pass: Pass, layer: number, unit: number): HandLine[] {
  const arriving = arrivingAt(pass, layer, unit)
  const { delta, byOutput, slope } = chainOf(pass, { layer, unit })
  return [
    lineOf(
      'backward',
      arriving.left.sign,
      ...productsInSides(arriving),
      numberSide(arriving.left.value),
    ),
    lineOf(
      'backward',
      delta.sign,
      productSide([byOutput.sign, slope.sign]),
      productSide([byOutput, slope].map(({ value }) => numberSide(value, places.factor))),
      numberSide(delta.value),
    ),
  ]
}

/** The first units of a layer, and one that matters; and what is said of the others. */
function unitsOf(count: number, layer: number, own?: number) {
  const first = Array.from({ length: writtenOf(count, mostUnits) }, (_, unit) => unit)
  const written = own === undefined || own < first.length ? first : [...first, own]
  const left = count - written.length
  const units = left === 1 ? '1 more unit' : `${counted(left)} more units`
  return { written, more: left ? `… and so on for ${units} of layer ${layer + 1}` : undefined }
}

const moreLine = (pass: HandPass, words: string | undefined): HandLine[] =>
  words === undefined ? [] : [{ pass, parts: [], words }]
