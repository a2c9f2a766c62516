// The loss of one point by hand, and its slope by each output.

import type { Floats } from '../../../core/networks/floats.ts'
import type { LayerPass, Pass } from '../../../core/networks/insight/pass.ts'
import { indexed, signs } from '../../../core/networks/insight/signs.ts'
import { type HandLine, lineOf } from './line.ts'
import { numberSide, places, type Side } from './sides.ts'

const loss: Side = { latex: 'L', text: 'L' }
const last = ({ layers }: Pass) => layers.length - 1
/** Outputs whose terms are written. */
const mostTerms = 3

/** How far the network's answer is off. */
export function lossLines(pass: Pass): HandLine[] {
  const { target, output, value, shares } = pass
  const result = numberSide(value)
  if (!shares) return [lineOf('forward', loss, ...squares(target, output, last(pass)), result)]
  const own = target[0] ?? 0
  const share = numberSide(shares[own] ?? Number.NaN)
  const p = indexed('p', own)
  const y = signs.y(last(pass), own)
  const rows = Array.from(output)
  const exponential = ({ latex, text }: Side): Side => ({
    latex: `e^{${latex}}`,
    text: `e^${text}`,
  })
  const few = rows.slice(0, rows.length <= mostTerms + 1 ? rows.length : mostTerms)
  const more = few.length < rows.length
  const over = (above: Side, below: readonly Side[]): Side => ({
    latex: `\\frac{${above.latex}}{${below.map((one) => one.latex).join(' + ')}${more ? ' + \\cdots' : ''}}`,
    text: `${above.text}/(${below.map((one) => one.text).join(' + ')}${more ? ' + …' : ''})`,
  })
  const number = (one: number | undefined) => numberSide(one ?? Number.NaN, places.factor)
  return [
    lineOf(
      'forward',
      p,
      over(
        exponential(y),
        few.map((_, unit) => exponential(signs.y(last(pass), unit))),
      ),
      over(
        exponential(number(output[own])),
        few.map((one) => exponential(number(one))),
      ),
      share,
    ),
    lineOf(
      'forward',
      loss,
      { latex: `-\\ln ${p.latex}`, text: `−ln(${p.text})` },
      { latex: `-\\ln ${share.latex}`, text: `−ln(${share.text})` },
      result,
    ),
  ]
}

/** The mean of the squared errors, with symbols and with numbers. */
function squares(target: Floats, output: Floats, layer: number): readonly [Side, Side] {
  const count = output.length
  const few = Array.from(
    output.subarray(0, count <= mostTerms + 1 ? count : mostTerms),
    (value, unit) => [value, target[unit] ?? Number.NaN] as const,
  )
  const of = (terms: readonly Side[]): Side => {
    const latex =
      terms.map((one) => one.latex).join(' + ') + (few.length < count ? ' + \\cdots' : '')
    const text = terms.map((one) => one.text).join(' + ') + (few.length < count ? ' + …' : '')
    return count === 1
      ? { latex, text }
      : { latex: `\\frac{1}{${count}} \\left(${latex}\\right)`, text: `(${text})/${count}` }
  }
  return [
    of(few.map((_, unit) => squared(signs.y(layer, unit), indexed('t', unit)))),
    of(
      few.map(([value, wanted]) => squared(numberSide(value), numberSide(wanted, places.summand))),
    ),
  ]
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
