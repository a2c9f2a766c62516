// state/lab/: the store that every lab has, generic in its kind: experiment, history, problems, playhead, address.
//
// A lab of any kind: what can be read of it, and what can be done with it. Its store is data only and can only be read:
// whoever changes something calls a function.
import type { StoreApi } from 'zustand/vanilla'
import type { Engine } from '../../engine/client.ts'
import type { History } from './history.ts'
import type { Problem } from './problem.ts'

/** What is on the screen, and the experiment that it is of. */
export type Shown<E = unknown, P = unknown, S = unknown> = S & {
  readonly experiment: E
  readonly prepared: P
  /** The last step of it. */
  readonly last: number
  /** So far it can be played at once. */
  readonly reach: number
}

export interface LabState<E = unknown, P = unknown, S = unknown, O = unknown> {
  /** What is asked for; it can start. */
  readonly experiment: E
  /** The same, looked up and checked. */
  readonly prepared: P
  readonly shown: Shown<E, P, S> | undefined
  /** More of what is shown is to come. */
  readonly growing: boolean
  readonly history: History<Moment<E, O>>
  /** Why the last change was not taken, or what of a link could not be read. */
  readonly problems: readonly Problem[]
  /** The step that is shown; between whole numbers while it plays. */
  readonly playhead: number
  readonly playing: boolean
  /** How many times as fast as usual. */
  readonly speed: number
}

/** What a step back brings again. */
export interface Moment<E, O> {
  readonly experiment: E
  readonly own: Partial<O>
  /** Where one stood. */
  readonly playhead: number
}

/** A store that can be read and watched. */
type Readable<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>

export interface Lab<E = unknown, P = unknown, S = unknown, O = unknown> {
  /** curve, surface, … as links name it. */
  readonly id: string
  readonly store: Readable<LabState<E, P, S, O> & O>
  /** Does jobs beside the run, for the experiment that is asked for. */
  readonly engine: Engine
  readonly keys: readonly Key[]
  /** Takes a changed experiment if it can start; otherwise says why, and everything stays as it was. */
  change(change: (experiment: E) => E, about?: string): boolean
  undo(): void
  redo(): void
  /** Takes a way back that another page had. */
  wayBack(history: History<Moment<E, O>>): void
  /** Takes what a link or a file says, as far as it is right. */
  open(said: Partial<E>, complaints?: readonly string[]): void
  openLink(fragment: string): void
  /** The link to what is shown now. */
  link(writing?: (text: string) => string): string
  /** What that link does not say, in a sentence with what to do; nothing where it says all of it. */
  beyondLink(): string | undefined
  /** The same as the text of a file. */
  file(): string
  exports(): Promise<readonly ExportItem[]>
  seek(playhead: number): void
  play(): void
  pause(): void
  setSpeed(speed: number): void
  /** Nobody looks any more: what still runs is left. */
  rest(): void
  /** Someone looks again. */
  wake(): void
  /** Says what could not be done, in the place of what was said before. */
  complain(...problems: readonly Problem[]): void
}

/** Something that can be taken away. */
export interface ExportItem {
  readonly name: string
  readonly hint: string
  save(): void | Promise<void>
  /** Of what is an SVG file: its text, for whoever shows it; nothing while there is no picture. */
  readonly svg?: () => Promise<string | undefined>
}

export interface Key {
  /** As events name it. */
  readonly key: string
  readonly shown: string
  readonly words: string
  /** @param place what the lab stands in */
  act(lab: Lab, place: ParentNode): void
}
