import { type RefObject, useLayoutEffect, useState } from 'react'
import { useTheme } from '../../../panels/lab/useTheme.ts'
import type { Sheet } from '../../../plot/view.ts'
import { coloursIn, type FitColours } from './colours.ts'

/** The colours of a fit, read afresh where they may have changed: with the theme, the classes, and the size of type. */
export function useColours(
  swatches: RefObject<HTMLElement | null>,
  classes: number,
  { text }: Partial<Pick<Sheet, 'text'>> = {},
): FitColours | undefined {
  const theme = useTheme()
  const [colours, find] = useState<FitColours>()
  useLayoutEffect(() => {
    void [theme, classes, text]
    if (swatches.current) find(coloursIn(swatches.current))
  }, [swatches, theme, classes, text])
  return colours
}
