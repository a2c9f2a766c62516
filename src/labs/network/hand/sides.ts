// Sides of equations by hand: in LaTeX, and as text for those who listen. Of long sums only the first terms are written.
import { numberPiece, numberText } from '../../../core/graphs/localSlope.ts'
import { name } from '../../../core/language/expression.ts'
import { latex } from '../../../core/language/latex/latex.ts'
import { print } from '../../../core/language/print.ts'
import { evaluate } from '../../../core/language/program.ts'
import { type Activation, activated } from '../../../core/networks/activations.ts'
import type { Products } from '../../../core/networks/insight/chain.ts'
import type { Sign } from '../../../core/networks/insight/signs.ts'
import { counted } from '../../../core/number.ts'

/** One side of an equation. */
export type Side = Sign

/** How tightly its place binds: a summand, a factor (operations.ts). */
export const places = { alone: 0, summand: 2, factor: 3 } as const

export function numberSide(value: number, level: number = places.alone): Side {
  const text = numberText(value, level)
  return { latex: text, text }
}

/** a·b */
export const productSide = (factors: readonly Side[], between = ' \\cdot '): Side => ({
  latex: factors.map((one) => one.latex).join(between),
  text: factors.map(({ text }) => text).join('·'),
})

export const sumSide = (terms: readonly Side[]): Side => ({
  latex: terms.map((one) => one.latex).join(' + '),
  text: terms.map(({ text }) => text).join(' + '),
})

/** Where terms of a sum are left out. */
export const dots: Side = { latex: '\\cdots', text: '…' }

/** Terms of a sum that are written. */
const mostTerms = 3

/** How many of some are written: a single one is not left out. */
export const writtenOf = (count: number, most = mostTerms) => (count <= most + 1 ? count : most)

/** A sum of products with symbols, then with numbers; what is not written out is one number. */
export function productsInSides({ terms, bias }: Products): readonly [Side, Side] {
  const few = terms.slice(0, writtenOf(terms.length))
  const others = terms.slice(few.length)
  const rest = others.reduce((sum, [a, b]) => sum + a.value * b.value, 0)
  const more = counted(others.length)
  const summed = numberText(rest, places.summand)
  const symbols = few.map(([a, b]) => productSide([a.sign, b.sign], ' \\, '))
  const numbers = few.map(([a, b]) =>
    productSide([a, b].map(({ value }) => numberSide(value, places.factor))),
  )
  return [
    sumSide([
      ...symbols,
      ...(others.length ? [{ ...dots, text: `${more} more terms` }] : []),
      ...(bias ? [bias.sign] : []),
    ]),
    sumSide([
      ...numbers,
      ...(others.length
        ? [{ latex: `\\underbrace{${summed}}_{\\text{${more} more}}`, text: summed }]
        : []),
      ...(bias ? [numberSide(bias.value, places.summand)] : []),
    ]),
  ]
}

/** An activation with a symbol, then with a number. */
export function activationInSides(
  activation: Activation,
  z: { readonly sign: Sign; readonly value: number },
): readonly [Side, Side] {
  const e = activated(activation, name('z'))
  const text = (inside: string) => print(e).replace('(z)', `(${inside})`)
  return [
    {
      latex: latex(e, { leaf: () => ({ text: z.sign.latex, level: 4, begins: 'letter' }) }),
      text: text(z.sign.text),
    },
    {
      latex: latex(e, {
        leaf: (_, level) => numberPiece(z.value, level),
        decide: (condition) => evaluate(condition, () => z.value) !== 0,
      }),
      text: text(numberText(z.value)),
    },
  ]
}
