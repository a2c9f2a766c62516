// What someone types into a field is taken at once as long as it is lawful; what is refused in the end leaves nothing behind.
import { createContext, use, useRef, useState } from 'react'
import { noNumber } from '../core/language/typedNumber.ts'

/** Where text is typed, numbers too. */
export const textFields = 'input[type=text], textarea'

/** Who says why something is refused: a lab, as far as fields know it. */
interface Speaker {
  readonly store: { getState(): { readonly problems: readonly unknown[] } }
  complain(...problems: readonly unknown[]): void
}

export const SpeakerContext = createContext<Speaker | undefined>(undefined)

interface Field<T> {
  readonly label: string
  readonly value: T
  /** What it must be, in words; then leaving it empty is told too. */
  readonly wanted?: string | undefined
  /** Takes what is lawful, and says whether it did. */
  readonly onChange: (value: T) => boolean
  /** What a text says, `none` if nothing lawful ever, and nothing if it may only be unfinished. */
  readonly read: (text: string) => T | undefined
  readonly none: T
  readonly write: (value: T) => string
}

/** Typing into a field: each text on the way, and the last one. */
export function useTyping<T>({ label, value, wanted, onChange, read, none, write }: Field<T>) {
  const speaker = use(SpeakerContext)
  const before = useRef<{ readonly value: T }>(undefined)
  const [refused, setRefused] = useState(false)

  /** Has it said that the field refuses a text, in the words of whoever knows why. */
  const refuse = (text: string, typed: T, consequence = '') => {
    if (onChange(typed)) return false
    const [said, ...others] = speaker?.store.getState().problems ?? []
    const isNone = text.trim() && noNumber(text)
    const reason = Object.is(typed, none)
      ? [isNone, wanted && `${label} must be ${wanted}`].filter(Boolean).join(': ')
      : undefined
    speaker?.complain([reason ?? said, consequence].filter(Boolean).join('; '), ...others)
    return true
  }

  return {
    refused,
    type(text: string) {
      before.current ??= { value }
      const typed = read(text)
      // What is not yet a number is no mistake.
      if (typed !== undefined) setRefused(refuse(text, typed))
      else if (refused) setRefused(!onChange(value))
    },
    /** The typing is over. @returns what is in use then */
    settle(text: string): T {
      const old = before.current
      before.current = undefined
      setRefused(false)
      if (!old || (!refused && read(text) !== undefined)) return value
      const kept = onChange(old.value) ? old.value : value
      if (text.trim() || wanted)
        refuse(text, read(text) ?? none, `${label} is ${write(kept)} again`)
      return kept
    },
    /** Something else than typing set the value. */
    leave() {
      before.current = undefined
      setRefused(false)
    },
  }
}
