import { useEffect, useEffectEvent, useRef, useState } from 'react'

const pause = 1000

interface Props {
  /** What there is to say now, a sentence for each thing. */
  readonly sentences: () => readonly string[]
  /** Tells when that may be something else. @returns what ends it */
  readonly watch: (listener: () => void) => () => void
  /** What is said besides; when it is another it is said. */
  readonly besides?: string
}

/** The one voice of a lab: says what has changed, at most once a second, and of each thing only the newest. */
export function Voice({ sentences, watch, besides = '' }: Props) {
  const [words, say] = useState('')
  const known = useRef<readonly string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const current = useEffectEvent(() => [besides, ...sentences()])
  const note = useEffectEvent(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      const now = current()
      say(now.filter((sentence) => !known.current.includes(sentence)).join(' '))
      known.current = now
    }, pause)
  })
  useEffect(() => {
    known.current = current()
    const leave = watch(() => note())
    return () => {
      leave()
      clearTimeout(timer.current)
      timer.current = undefined
    }
  }, [watch])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is said because it has changed
  useEffect(() => note(), [besides])
  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  )
}
