// A line of a calculation by hand.
import type { Side } from './sides.ts'

export type HandPass = 'forward' | 'backward' | 'update'

/** An equation, or a sentence where it has no sides in LaTeX. */
export interface HandLine {
  readonly pass: HandPass
  /** Each side of it in LaTeX. */
  readonly parts: readonly string[]
  readonly words: string
}

export const lineOf = (pass: HandPass, ...sides: readonly Side[]): HandLine => ({
  pass,
  parts: sides.map((side) => side.latex),
  words: sides.map(({ text }) => text).join(' = '),
})
