// Which unit is looked at: under the pointer, by the focus, or held by a click until it is closed.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Architecture } from '../../../core/networks/network.ts'
import { sizesOf } from './responses.ts'
import { isSameUnit, type UnitPlace } from './walk.ts'

/** So long (ms) a card waits for a pointer that has left, on its way from the unit to the card. */
const patience = 220

interface Looking {
  readonly at: UnitPlace | undefined
  readonly isPinned: boolean
  /** By the keyboard: the focus goes into the card. */
  readonly isEntered: boolean
}

const nowhere: Looking = { at: undefined, isPinned: false, isEntered: false }

export interface LookingBy {
  readonly hover: (unit: UnitPlace) => void
  readonly leave: () => void
  readonly stay: () => void
  /** A click on a unit: its card stays, or goes. */
  readonly pin: (unit: UnitPlace, isByKeyboard: boolean) => void
  readonly close: () => void
}

export function useLookedAt(architecture: Architecture) {
  const [looking, look] = useState(nowhere)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const by = useMemo((): LookingBy => {
    const stay = () => clearTimeout(timer.current)
    const change = (how: (now: Looking) => Looking) => {
      stay()
      look(how)
    }
    return {
      stay,
      hover: (at) => change((now) => (now.isPinned ? now : { ...nowhere, at })),
      leave() {
        stay()
        timer.current = setTimeout(() => look((now) => (now.isPinned ? now : nowhere)), patience)
      },
      pin: (at, isEntered) =>
        change((now) =>
          now.isPinned && isSameUnit(now.at, at) ? nowhere : { at, isPinned: true, isEntered },
        ),
      close: () => change(() => nowhere),
    }
  }, [])
  const { at } = looking
  // A unit that an edit of the network has taken away is not looked at any more.
  const isThere = at !== undefined && at.unit < (sizesOf(architecture)[at.column] ?? 0)
  return { ...looking, at: isThere ? at : undefined, by, close: by.close }
}
