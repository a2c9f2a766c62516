import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import { type Rgb, ramp, readRgb } from '../../plot/plane/ramp.ts'
import { useTheme } from '../lab/useTheme.ts'

/** The colours of heights, and of the lines between them. */
export interface HeightColors {
  readonly colors: readonly Rgb[]
  readonly line: string
}

/**
 * As many colours as wanted between those of the style sheet.
 * @param swatch an element whose colour is that of the deepest, and whose background that of the highest
 */
export function useRamp(
  swatch: RefObject<HTMLElement | null>,
  count: number,
): HeightColors | undefined {
  const theme = useTheme()
  const [ends, find] = useState<Ends>()
  useLayoutEffect(() => {
    void theme // colours are read afresh
    if (!swatch.current) return
    const { color, backgroundColor, caretColor } = getComputedStyle(swatch.current)
    find({ deepest: readRgb(color), highest: readRgb(backgroundColor), line: caretColor })
  }, [swatch, theme])
  return useMemo(
    () => ends && { colors: ramp(ends.deepest, ends.highest, count), line: ends.line },
    [ends, count],
  )
}

/** What the style sheet says. */
interface Ends {
  readonly deepest: Rgb
  readonly highest: Rgb
  readonly line: string
}
