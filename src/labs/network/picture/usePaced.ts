// What is read, at a pace at which it can be.
import { useEffect, useRef, useState } from 'react'

/** Numbers that change faster than this (ms) cannot be read. */
const readable = 120

/** A value that changes often, at once and then not again before it can have been read; the last one in any case. */
export function usePaced<T>(value: T): T {
  const [shown, show] = useState(value)
  const at = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const left = readable - (performance.now() - at.current)
    const timer = setTimeout(
      () => {
        at.current = performance.now()
        show(value)
      },
      Math.max(0, left),
    )
    return () => clearTimeout(timer)
  }, [value])
  return shown
}
