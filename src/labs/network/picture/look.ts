// How the network looks: read from the style sheet, where every colour stands once.
import { type RefObject, useLayoutEffect, useState } from 'react'
import { useTheme } from '../../../panels/lab/useTheme.ts'
import { type Rgb, ramp, readRgb } from '../../../plot/plane/ramp.ts'

export interface Look {
  readonly negative: string
  readonly positive: string
  readonly ink: string
  readonly line: string
  readonly paper: string
  readonly card: string
  /** Of responses from the most negative to the most positive, as pixels are kept. */
  readonly colors: Uint32Array
  readonly font: string
  /** The size of words (px): what is drawn grows with them. */
  readonly text: number
  /** The size of a pixel of the screen (px): no wider lines are painted much faster than others. */
  readonly pixel: number
}

/** Colours of responses: an odd number, so that the one in the middle is for 0. */
const shades = 257

/**
 * The look as the style sheet has it now.
 * @param swatches an element with the colours, whose first two children have those of the signs
 * @param text the size of words (px)
 */
export function useLook(swatches: RefObject<Element | null>, text: number): Look | undefined {
  const theme = useTheme()
  const [look, find] = useState<Look>()
  useLayoutEffect(() => {
    void theme // colours are read afresh
    if (!swatches.current || text === 0) return
    const base = getComputedStyle(swatches.current)
    const [negative = '', positive = ''] = [...swatches.current.children].map(
      (child) => getComputedStyle(child).color,
    )
    find({
      negative,
      positive,
      ink: base.color,
      line: base.borderTopColor,
      paper: base.caretColor,
      card: base.backgroundColor,
      colors: shadesOf(readRgb(negative), readRgb(base.backgroundColor), readRgb(positive)),
      font: `600 ${text}px ${base.fontFamily}`,
      text,
      pixel: 1 / devicePixelRatio,
    })
  }, [swatches, theme, text])
  return look
}

/** From one colour over a middle to another, each half in steps that look equally large. */
function shadesOf(negative: Rgb, middle: Rgb, positive: Rgb): Uint32Array {
  const half = (shades + 1) / 2
  const all = [...ramp(negative, middle, half), ...ramp(middle, positive, half).slice(1)]
  const bytes = all.flatMap((rgb) => [...rgb.map((part) => Math.round(255 * part)), 255])
  return new Uint32Array(Uint8Array.from(bytes).buffer)
}
