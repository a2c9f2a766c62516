// What a graphics card is for whoever has programs for it: nothing of a browser is known here.
import type { Program } from '../../language/program.ts'
import type { Crowd } from '../lanes/crowd.ts'
import type { ShaderRound } from './shader.ts'

/** A card for crowds. */
export interface Card {
  /** So many machines walk at once, at most. */
  readonly lanes: number
  /**
   * @param read registers that are read anew in each step, the same for all
   * @returns nothing where a card cannot do what the program does
   */
  crowdOf(
    program: Program,
    read: readonly number[],
    round: Omit<ShaderRound, 'read'>,
  ): Crowd | undefined
}

/** What a card does itself, behind WebGPU or whatever stands in its place. */
export interface Device {
  /** So many machines walk at once, at most. */
  readonly lanes: number
  /** Makes a shader ready to walk, which takes a while. */
  load(text: string): Loaded
}

/** A shader on a card. */
export interface Loaded {
  /** It can walk; it never can where the card refuses it, or is lost. */
  isReady(): boolean
  walk(asked: Asked): Walked
}

/** What machines begin with, and how far they walk. Whoever asks may change all of it afterwards. */
export interface Asked {
  /** Numbers that all of them have. */
  readonly same: Float32Array
  /** What is read anew in each round: column after column, as long as there are rounds. */
  readonly reads: Float32Array
  /** Numbers of their own, by their places: one for each machine. */
  readonly entered: readonly { readonly place: number; readonly numbers: Float32Array }[]
  /** So many numbers each machine has. */
  readonly places: number
  /** Those that are looked at in the end. */
  readonly left: readonly number[]
  readonly lanes: number
  readonly rounds: number
}

export interface Walked {
  /** Fulfilled when they have walked, or never will. */
  readonly done: Promise<unknown>
  /** What is left, place by place, a number for each machine; nothing if they never came there. */
  ends(): Float32Array | undefined
  /** Nobody looks at them any more. */
  leave(): void
}
