// What a lab is: everything that tells one from another. Whatever knows labs in general (the store, the address, the
// header, the keys, the transport) knows no more than this of any of them.
import type { Parts } from '../../core/experiment/part.ts'
import type { Engine } from '../../engine/client.ts'
import type { ExportItem, Key, Lab, LabState } from './lab.ts'

/** What experiments of all labs have. */
export interface AnyExperiment {
  readonly lab?: string
  /** The step that is shown. */
  readonly at?: number
}

/**
 * A kind of lab.
 * @typeParam E its experiments: plain values
 * @typeParam P an experiment with everything looked up
 * @typeParam S what is shown of it
 * @typeParam O what only labs of this kind keep beside that
 * @typeParam F what only labs of this kind can do
 */
export interface LabKind<E, P, S, O = unknown, F = unknown> {
  /** curve, surface, … as links name it. */
  readonly id: string
  /** What a visitor sees who asks for nothing. */
  readonly initial: E
  /** What its experiments are made of: how links and files say them follows from this table. */
  readonly parts: Parts<E>
  /**
   * Looks up and checks what an experiment says.
   * @throws ExperimentError with one sentence for a student, if this lab cannot show it
   */
  prepare(experiment: E): P
  /**
   * What is shown of an experiment, piece by piece; each takes the place of the one before: one that is whole, or one that
   * has grown. Nothing is a breath, at which a run that nobody wants any more ends. What takes no time comes as an array of
   * one, and is shown at once.
   * @param store for what goes on only where someone looks
   */
  run(
    engine: Engine,
    experiment: E,
    prepared: P,
    store: Lab<E, P, S, O>['store'],
  ): AsyncIterable<S | undefined> | readonly S[]
  /** Ends what is kept for a run that can be asked for more, when nobody looks. */
  rest?(engine: Engine): void
  /** The last step of what is shown. */
  last(shown: S): number
  /** So far it can be played at once; without it, to the last step. */
  reach?(shown: S): number
  /** Whether what is shown of one begins anew with the other: then a step back goes to where one stood, too. */
  isAnew?(from: E, to: E): boolean
  /** What can be taken away, loaded when someone asks for it. */
  exports(lab: Lab<E, P, S, O> & F): Promise<readonly ExportItem[]>
  /** Keys that mean something only here. */
  readonly keys?: readonly Key[]
  /** Whether a file that names no lab is for this one; without it, whether its experiment can be prepared. */
  takes?(said: Partial<E>): boolean
  /** What becomes of a change, where that is more than whether it can be prepared. */
  consider?(change: (experiment: E) => E, state: LabState<E, P, S, O> & O): Considered<E, P, O>
  /** What can be shown of what a link or a file says; mend.ts does it where nothing is known of the parts. */
  mend(said: Partial<E>): Mended<E, O>
  readonly own?: Own<E, P, S, O, F>
}

/** What only labs of one kind keep beside their experiment, and what they do with it. */
export interface Own<E, P, S, O, F> {
  readonly initial: O
  functions(lab: Lab<E, P, S, O>, set: (part: Partial<O>) => void): F
  /** What of it a step back brings again. */
  remembered(state: O): Partial<O>
}

export interface Considered<E, P, O> {
  /** The changed experiment, if it is taken. */
  readonly taken?: { readonly experiment: E; readonly prepared: P }
  readonly problems: readonly string[]
  readonly own?: Partial<O>
}

export interface Mended<E, O> {
  /** It can start. */
  readonly experiment: E
  readonly complaints: readonly string[]
  readonly own?: Partial<O>
  /**
   * What is kept where something is on the screen already: the experiment only takes the place of what could not be used,
   * and a picture that is there is better than one of something else.
   */
  readonly standsIn?: Partial<O>
}
