// How a graph is placed in its frame: all of it where it can be read so, else as much as can be read, around what is
// looked at.
import { useState } from 'react'
import type { Sheet } from '../../../plot/view.ts'
import type { Layout } from '../../../state/graphs/layouts.ts'
import { type } from './sizes.ts'

/** Type is no smaller than this share of what scaled drawings have, and no larger than that: in a hall that is 24 pixels. */
const [least, most] = [0.85, 1.5]
/** What is looked at keeps so far from the edges (share of the frame). */
const margin = 0.18

export interface Fit {
  /** All of it is in sight. */
  readonly isWhole: boolean
  readonly scale: number
  readonly x: number
  readonly y: number
}

/**
 * @param at the place that is looked at, in the units of the layout
 * @param isAsked whether someone wants all of it in sight, however small
 */
export function useFit(
  { width, height }: Pick<Layout, 'width' | 'height'>,
  frame: Sheet,
  at: readonly [x: number, y: number] | undefined,
  isAsked: boolean,
): Fit {
  const own = frame.text / type
  const whole = Math.min(frame.width / width, frame.height / height)
  const scale = Math.max(isAsked ? 0 : least * own, Math.min(most * own, whole))
  const [seen, setSeen] = useState({ x: 0, y: 0 })
  const x = along(width * scale, frame.width, at && at[0] * scale, seen.x)
  const y = along(height * scale, frame.height, at && at[1] * scale, seen.y)
  if (x !== seen.x || y !== seen.y) setSeen({ x, y })
  return { scale, x, y, isWhole: scale <= whole }
}

/** Where the picture begins along one axis: in the middle, or where it was as long as the place is in sight. */
function along(size: number, room: number, at: number | undefined, before: number): number {
  if (size <= room) return (room - size) / 2
  const free = room * margin
  const wanted = at === undefined ? before : Math.max(free - at, Math.min(room - free - at, before))
  return Math.max(room - size, Math.min(0, wanted))
}
