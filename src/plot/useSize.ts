import { type RefObject, startTransition, useLayoutEffect, useState } from 'react'
import type { Sheet } from './view.ts'

/** No screen is larger. Where a style sheet is missing, a frame grows with what stands in it, without end. */
const most = 8192
const pixels = (length: number) => Math.min(Math.floor(length), most)

/** The size of an element in whole pixels, and that of its type, as they change. */
export function useSize(element: RefObject<Element | null>): Sheet {
  const [size, setSize] = useState<Sheet>({ width: 0, height: 0, text: 0 })
  useLayoutEffect(() => {
    if (!element.current) return
    let isKnown = false
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      const text = Number.parseFloat(getComputedStyle(entry.target).fontSize)
      const take = () => setSize({ width: pixels(width), height: pixels(height), text })
      // The first picture is made in pieces, between which the page answers.
      if (isKnown) take()
      else startTransition(take)
      isKnown = true
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return size
}
