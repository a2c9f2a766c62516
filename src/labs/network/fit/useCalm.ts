import { useEffect, useRef, useState } from 'react'

/** No one listens to more than this many words: one sentence in so many milliseconds. */
const pause = 1000

/** A value that changes all the time, at a pace at which it can be read out. */
export function useCalm<T>(value: T): T {
  const [calm, settle] = useState(value)
  const latest = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    latest.current = value
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      settle(latest.current)
    }, pause)
  }, [value])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return calm
}
