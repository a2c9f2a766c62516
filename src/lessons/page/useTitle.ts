import { useEffect } from 'react'

/** The title of the document, the nearest first; it is as it was when whoever has set it goes. */
export function useTitle(...parts: readonly string[]): void {
  const title = parts.join(' · ')
  useEffect(() => {
    const before = document.title
    document.title = `${title} · Descent`
    return () => {
      document.title = before
    }
  }, [title])
}
