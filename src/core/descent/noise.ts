// The noise of a run's gradient, as a mini-batch makes it: one draw for each step and coordinate. It depends on the seed
// alone, so that all runs of an experiment meet the same, and a branch meets what the run before it would have met.

import type { Prepared } from '../experiment/prepare.ts'
import { normal } from '../random.ts'
import { noiseName } from './registers.ts'
import type { Step } from './step.ts'

/** The noise of one machine, and the registers that it goes to: one for each coordinate. */
export interface Noise {
  readonly registers: Int32Array
  readonly deviation: number
  readonly seed: number
}

/** Nothing where there is none. */
export function noiseOf(
  step: Step,
  { noise, seed, loss }: Pick<Prepared, 'noise' | 'seed' | 'loss'>,
): Noise | undefined {
  if (noise === 0) return undefined
  const registers = loss.variables.map((_, i) => step.program.input(noiseName(i)) as number)
  return { registers: Int32Array.from(registers), deviation: noise, seed }
}

/** Draws the noise of the step from k to k + 1. */
export function disturb({ registers, deviation, seed }: Noise, memory: Float64Array, k: number) {
  for (let i = 0; i < registers.length; i++)
    memory[registers[i] as number] = deviation * normal(seed, k, i)
}
