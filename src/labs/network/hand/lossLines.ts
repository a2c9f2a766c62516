// The loss of one point by hand, and its slope by each output.

import type { LayerPass, Pass } from '../../../core/networks/insight/pass.ts'
import { indexed, signs } from '../../../core/networks/insight/signs.ts'
import { type HandLine, lineOf } from './line.ts'
import { dots, numberSide, places, type Side, sumSide, writtenOf } from './sides.ts'

const loss: Side = { latex: 'L', text: 'L' }
const last = ({ layers }: Pass) => layers.length - 1

/** How far the network's answer is off. */
export function lossLines(pass: Pass): HandLine[] {
  const { target, output, value, shares } = pass
  const result = numberSide(value)
  if (!shares) return [lineOf('forward', loss, ...squares(pass), result)]
  const own = target[0] ?? 0
  const share = numberSide(shares[own] ?? Number.NaN)
  const p = indexed('p', own)
  const symbols = Array.from(output, (_, unit) => signs.y(last(pass), unit))
  const numbers = Array.from(output, (one) => numberSide(one, places.factor))
  return [
    lineOf('forward', p, softmax(symbols, own), softmax(numbers, own), share),
    lineOf('forward', loss, surprise(p), surprise(share), result),
  ]
}

const surprise = ({ latex, text }: Side): Side => ({
  latex: `-\\ln ${latex}`,
  text: `−ln(${text})`,
})
const power = ({ latex, text }: Side): Side => ({ latex: `e^{${latex}}`, text: `e^${text}` })

/** One of the outputs among all. */
function softmax(outputs: readonly Side[], own: number): Side {
  const powers = outputs.map(power)
  const [above, below] = [powers[own] as Side, fewOf(powers)]
  return {
    latex: `\\frac{${above.latex}}{${below.latex}}`,
    text: `${above.text}/(${below.text})`,
  }
}

/** The sum of the first terms. */
function fewOf(terms: readonly Side[]): Side {
  const few = terms.slice(0, writtenOf(terms.length))
  return sumSide(few.length < terms.length ? [...few, dots] : few)
}

/** The mean of the squared errors, with symbols and with numbers. */
function squares(pass: Pass): readonly [Side, Side] {
  const { target, output } = pass
  const mean = (terms: readonly Side[]): Side => {
    const { latex, text } = fewOf(terms)
    return terms.length === 1
      ? { latex, text }
      : {
          latex: `\\frac{1}{${terms.length}} \\left(${latex}\\right)`,
          text: `(${text})/${terms.length}`,
        }
  }
  const symbols = Array.from(output, (_, unit) =>
    squared(signs.y(last(pass), unit), indexed('t', unit)),
  )
  const numbers = Array.from(output, (value, unit) =>
    squared(numberSide(value), numberSide(target[unit] ?? Number.NaN, places.summand)),
  )
  return [mean(symbols), mean(numbers)]
}

const squared = (a: Side, b: Side): Side => ({
  latex: `\\left(${a.latex} - ${b.latex}\\right)^2`,
  text: `(${a.text} − ${b.text})^2`,
})

/** Where the way back begins: the slope of the loss by an output. */
export function outputLine(pass: Pass, unit: number): HandLine {
  const { target, output, shares, layers } = pass
  const { delta } = layers[last(pass)] as LayerPass
  const result = numberSide(delta[unit] ?? Number.NaN)
  const sign = signs.delta(last(pass), unit)
  const by = signs.byOutput(last(pass), unit)
  if (shares) {
    const share = numberSide(shares[unit] ?? Number.NaN)
    const p = indexed('p', unit)
    if (unit !== target[0]) return lineOf('backward', sign, by, p, result)
    const without = ({ latex, text }: Side) => ({ latex: `${latex} - 1`, text: `${text} − 1` })
    return lineOf('backward', sign, by, without(p), without(share), result)
  }
  const factor = output.length === 1 ? '2' : `\\tfrac{2}{${output.length}}`
  const spoken = output.length === 1 ? '2' : `2/${output.length}`
  const twice = (a: Side, b: Side): Side => ({
    latex: `${factor} \\left(${a.latex} - ${b.latex}\\right)`,
    text: `${spoken}·(${a.text} − ${b.text})`,
  })
  const wanted = target[unit] ?? Number.NaN
  return lineOf(
    'backward',
    sign,
    by,
    twice(signs.y(last(pass), unit), indexed('t', unit)),
    twice(numberSide(output[unit] ?? Number.NaN), numberSide(wanted, places.summand)),
    result,
  )
}
