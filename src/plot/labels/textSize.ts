// About how large words are, before anyone has drawn them.
import type { Box } from './box.ts'

/** Mean width of a character, where nothing can be measured, and height of a line, in ems. */
const characterWidth = 0.56
const lineHeight = 1.25
/** Where the baseline is, as a share of the height of a line. */
const ascent = 0.8

export interface TextSize {
  readonly width: number
  readonly height: number
}

let pen: CanvasRenderingContext2D | null

/** The width of a text in ems, in the weight of the boldest words on plots. */
function emsOf(text: string): number {
  if (typeof document === 'undefined') return text.length * characterWidth
  if (!pen) {
    pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    pen.font = `600 100px ${getComputedStyle(document.body).fontFamily}`
  }
  // On plots all digits are as wide as a 0, so that numbers do not shake.
  return pen.measureText(text.replace(/\d/g, '0')).width / 100
}

/** The size of a line of text. @param fontSize in pixels */
export const sizeOf = (text: string, fontSize: number): TextSize => ({
  width: emsOf(text) * fontSize,
  height: lineHeight * fontSize,
})

/** How many characters fit into a width. */
export const charactersIn = (width: number, fontSize: number): number =>
  Math.floor(width / (characterWidth * fontSize))

/** Where the text of a box is written. */
export const baselineOf = ({ y, height }: Pick<Box, 'y' | 'height'>): number => y + ascent * height
