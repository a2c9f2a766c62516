import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Sheet } from './view.ts'

/** The size of an element in whole pixels, and that of its type, as they change. */
export function useSize(element: RefObject<Element | null>): Sheet {
  const [size, setSize] = useState<Sheet>({ width: 0, height: 0, text: 0 })
  useLayoutEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      const text = Number.parseFloat(getComputedStyle(entry.target).fontSize)
      setSize({ width: Math.floor(width), height: Math.floor(height), text })
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return size
}
