// What the plot shows besides the paths. Not part of the experiment: a link says what runs, not how it is looked at.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export interface Looks {
  readonly relief: boolean
  readonly logHeight: boolean
  readonly vectors: boolean
  readonly sharedScale: boolean
  readonly field: boolean
  readonly ellipse: boolean
  readonly linear: boolean
  readonly quadratic: boolean
  readonly follow: boolean
  readonly repeats: boolean
}

const looks = createStore<Looks>(() => ({
  relief: false,
  logHeight: false,
  vectors: true,
  sharedScale: false,
  field: false,
  ellipse: false,
  linear: false,
  quadratic: false,
  follow: false,
  repeats: true,
}))

export const setLook = (look: keyof Looks, isOn: boolean): void => looks.setState({ [look]: isOn })

export const useLooks = <T>(select: (state: Looks) => T): T => useStore(looks, select)
