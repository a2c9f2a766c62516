import { useLayoutEffect } from 'react'

/** The page is a projector's: larger, stronger, and without its header. */
export function useRoom(): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.room = 'projector'
    return () => {
      delete document.documentElement.dataset.room
    }
  }, [])
}
