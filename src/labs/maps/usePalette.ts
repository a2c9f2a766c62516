import { type RefObject, useEffect, useState } from 'react'
import { useTheme } from '../../panels/lab/useTheme.ts'
import { type Palette, paletteIn } from './palette.ts'

/** The colours of the style sheet, read afresh with each theme. */
export function usePalette(element: RefObject<HTMLElement | null>): Palette | undefined {
  const theme = useTheme()
  const [palette, find] = useState<Palette>()
  useEffect(() => {
    void theme // colours are read afresh
    if (element.current) find(paletteIn(element.current))
  }, [element, theme])
  return palette
}
