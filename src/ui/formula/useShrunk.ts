import { type RefObject, useLayoutEffect } from 'react'
import type { Katex } from './katex.ts'

/** How small type may become, as a share of its usual size, and by which share it becomes smaller at a time. */
const least = 0.5
const stride = 0.93
/** Letters and indices may lean out of their box by so much (px), however small they are. */
const overhang = 3

/** Makes the type smaller until all of it fits: a formula breaks into lines, but not everywhere. */
function shrink(element: HTMLElement): void {
  const highest = Number.parseFloat(getComputedStyle(element).maxHeight)
  for (let share = 1; share > least; share *= stride) {
    element.style.setProperty('--shrink', share.toFixed(2))
    const isWithin = element.scrollWidth <= element.clientWidth + overhang
    if (isWithin && element.scrollHeight <= highest) return
  }
}

/** Gives an element --shrink, with which its type fits into the width and height that it may have. */
export function useShrunk(
  element: RefObject<HTMLElement | null>,
  latex: string,
  katex: Katex | undefined,
): void {
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    void [katex, latex] // another text
    let frame = 0
    shrink(current)
    // Observed sizes must not be changed while they are being told: so a frame later.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => shrink(current))
    })
    if (current.parentElement) observer.observe(current.parentElement)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
    }
  }, [element, katex, latex])
}
