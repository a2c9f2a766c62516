// What the quantities of a network are called where its passes are shown: w⁽¹⁾₂₁ is the weight by which unit 2 of layer 1
// takes its input 1. Layers, units and inputs are counted from 1 there, and from 0 in programs.
import { raise } from '../../number.ts'
import type { WeightPlace } from '../places.ts'

export interface Sign {
  /** For formulas. */
  readonly latex: string
  /** For people and screen readers' text. */
  readonly text: string
}

const lower = (count: number) =>
  String(count).replace(/\d/g, (d) => '₀₁₂₃₄₅₆₇₈₉'[Number(d)] as string)

/** One of several, which are counted from 0 in programs: x₁ */
export const indexed = (letter: string, index: number): Sign => ({
  latex: `${letter}_{${index + 1}}`,
  text: `${letter}${lower(index + 1)}`,
})

function sign(letter: readonly [latex: string, text: string], layer: number, of: number[]): Sign {
  const numbers = of.map((one) => one + 1)
  // 2, 11 and 21, 1 must not look alike.
  const gap = numbers.some((one) => one > 9)
  const below = numbers.map(lower).join(gap ? ',' : '')
  return {
    latex: `${letter[0]}^{(${layer + 1})}_{${numbers.join(gap ? ',' : '')}}`,
    text: `${letter[1]}⁽${raise(layer + 1)}⁾${below}`,
  }
}

const parameter = ({ layer, unit, input }: WeightPlace): Sign =>
  input === undefined ? sign(['b', 'b'], layer, [unit]) : sign(['w', 'w'], layer, [unit, input])

const slopeBy = ({ latex, text }: Sign): Sign => ({
  latex: `\\frac{\\partial L}{\\partial ${latex}}`,
  text: `∂L/∂${text}`,
})

const y = (layer: number, unit: number): Sign =>
  layer < 0 ? indexed('x', unit) : sign(['y', 'y'], layer, [unit])

const z = (layer: number, unit: number): Sign => sign(['z', 'z'], layer, [unit])

export const signs = {
  parameter,
  /** Before and after the activation; the data themselves stand before layer 0. */
  z,
  y,
  /** ∂L/∂z */
  delta: (layer: number, unit: number): Sign => sign(['\\delta', 'δ'], layer, [unit]),
  byOutput: (layer: number, unit: number): Sign => slopeBy(y(layer, unit)),
  gradient: (place: WeightPlace): Sign => slopeBy(parameter(place)),
  slope(layer: number, unit: number): Sign {
    const of = z(layer, unit)
    return { latex: `f'(${of.latex})`, text: `f′(${of.text})` }
  },
} as const
