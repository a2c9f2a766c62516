import { type RefObject, useLayoutEffect, useState } from 'react'
import { useTheme } from '../../panels/lab/useTheme.ts'
import { type Rgb, ramp, readRgb } from '../../plot/plane/ramp.ts'

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
  const [colors, set] = useState<HeightColors>()
  useLayoutEffect(() => {
    void theme // colours are read afresh
    if (!swatch.current) return
    const { color, backgroundColor, caretColor } = getComputedStyle(swatch.current)
    set({ colors: ramp(readRgb(color), readRgb(backgroundColor), count), line: caretColor })
  }, [swatch, count, theme])
  return colors
}
