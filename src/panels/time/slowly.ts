// What is played slowly: apart from what plays it, which comes when someone asks for it.
import { createStore } from 'zustand/vanilla'
import type { DescentLab } from '../../state/descents/descents.ts'

interface SlowMotion {
  /** The update from step k to k + 1. */
  readonly k: number
  /** Which stage of it. */
  readonly stage: number
  /** How much of the stage is done, from 0 to 1. */
  readonly part: number
  /** What the stages so far have made, this one last. */
  readonly names: readonly string[]
  /** What the stage does. */
  readonly words: string
  /** The line of the formula that does it. */
  readonly line: number
}

const create = () =>
  createStore<{ readonly now: SlowMotion | undefined }>(() => ({ now: undefined }))
const known = new WeakMap<DescentLab, ReturnType<typeof create>>()

/** What a lab plays slowly just now, if anything. */
export function slowMotionOf(lab: DescentLab): ReturnType<typeof create> {
  const store = known.get(lab) ?? create()
  known.set(lab, store)
  return store
}

/** A vector grows in the first part of its stage. */
const growing = 0.6

/** How much of a vector is drawn when so much of its stage is done. */
export const grown = (part: number): number => Math.min(1, part / growing)

/** Says what of a lab is played slowly now; nothing when it has ended. */
export function setSlowMotion(lab: DescentLab, now?: SlowMotion): void {
  slowMotionOf(lab).setState({ now })
}
