// core/descent/: one run: step, machine, recording, trace, and the look-up in what was recorded; it neither judges
// nor speaks.
//
// A step in motion: its registers, and how state moves from one step to the next.

import type { Run } from '../experiment/prepare.ts'
import { run as execute } from '../language/program.ts'
import type { Observed } from './countedLoss.ts'
import { askMethod, type MethodState } from './methodState.ts'
import type { Scheduled } from './scheduled.ts'
import type { Step } from './step.ts'
import { type Varying, vary } from './varying.ts'

export interface Machine {
  readonly step: Step
  readonly code: Int32Array
  readonly memory: Float64Array
  /** Registers of the point's coordinates. */
  readonly point: Int32Array
  /** Registers of the outputs that become the next state, and of the inputs they move to. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** What moves, in between: all at once. */
  readonly held: Float64Array
  /** The steps of the whole run that were done before this machine began to count. */
  readonly began: number
  readonly varying: readonly Varying[]
  readonly run: Run
  /** Hyper-parameters that the schedule sets: the learning rate, and the momentum if it is cycled. */
  readonly scheduled: readonly Scheduled[]
  readonly method?: MethodState
}

/** Computes the loss and the gradient after k finished steps and, for rules without a method, the lines of the next. */
export function observe({ code, memory, varying }: Machine, k: number): void {
  vary(varying, memory, k)
  execute(code, memory)
}

/**
 * Computes the lines of the step that follows.
 * @returns how many evaluations it took
 */
export function plan({ code, memory, method, run, scheduled }: Machine, here: Observed): number {
  if (!method) return 1
  const now = scheduled.map(({ name, register }) => [name, memory[register] as number] as const)
  askMethod(method, memory, { ...run.settings, ...Object.fromEntries(now) }, here)
  execute(code, memory)
  return method.loss.spent()
}

/** Takes the computed step. */
export function move({ memory, from, to, held }: Machine): void {
  for (let i = 0; i < from.length; i++) held[i] = memory[from[i] as number] as number
  for (let i = 0; i < to.length; i++) memory[to[i] as number] = held[i] as number
}

/** Whether the computed step leads to a point that can be written down. The coordinates are the first of the state. */
export function staysFinite({ memory, from, point }: Machine): boolean {
  for (let i = 0; i < point.length; i++)
    if (!Number.isFinite(memory[from[i] as number])) return false
  return true
}

/** Where the computed step leads. */
export const nextPoint = ({ memory, from, point }: Machine): number[] =>
  Array.from(point, (_, i) => memory[from[i] as number] as number)

/** Where the machine is. */
export const pointOf = ({ memory, point }: Machine): number[] =>
  Array.from(point, (register) => memory[register] as number)
