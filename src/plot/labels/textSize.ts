// About how large words are, before anyone has drawn them.
import type { Box } from './box.ts'

/** Mean width of a character and height of a line, in ems. */
const characterWidth = 0.56
const lineHeight = 1.25
/** Where the baseline is, as a share of the height of a line. */
const ascent = 0.8

export interface TextSize {
  readonly width: number
  readonly height: number
}

/** The size of a line of text. @param fontSize in pixels */
export const sizeOf = (text: string, fontSize: number): TextSize => ({
  width: text.length * characterWidth * fontSize,
  height: lineHeight * fontSize,
})

/** How many characters fit into a width. */
export const charactersIn = (width: number, fontSize: number): number =>
  Math.floor(width / (characterWidth * fontSize))

/** Where the text of a box is written. */
export const baselineOf = ({ y, height }: Pick<Box, 'y' | 'height'>): number => y + ascent * height
