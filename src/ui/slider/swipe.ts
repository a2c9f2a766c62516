import { type PointerEvent, useRef } from 'react'

/** A finger that comes down on a slider and then scrolls the page did not mean the slider: its value is taken back. */
export function useSwipe(value: () => number, change: (value: number) => unknown) {
  const before = useRef<number>(undefined)
  return {
    onPointerDown: ({ pointerType }: PointerEvent) => {
      before.current = pointerType === 'touch' ? value() : undefined
    },
    /** The browser has begun to scroll. */
    onPointerCancel: () => {
      if (before.current !== undefined) change(before.current)
    },
  }
}
