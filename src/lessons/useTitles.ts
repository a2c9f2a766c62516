import { useEffect, useState } from 'react'
import { lessonIds, titleOf } from './index.ts'

/** What the lessons are called, in their order; nothing yet until that is here. */
export function useTitles(): readonly string[] {
  const [titles, setTitles] = useState<readonly string[]>([])
  useEffect(() => {
    let isLeft = false
    void Promise.all(lessonIds.map(titleOf)).then((found) => {
      if (!isLeft) setTitles(found)
    })
    return () => {
      isLeft = true
    }
  }, [])
  return titles
}
