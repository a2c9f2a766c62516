// A step in motion: its registers, and how state moves from one step to the next.

import type { Prepared, Run } from '../experiment/prepare.ts'
import { evaluate, run as execute } from '../language/program.ts'
import type { Observed } from './countedLoss.ts'
import { startThinking, type Thinking, think } from './methodState.ts'
import { disturb, type Noise, noiseOf } from './noise.ts'
import { powersOf } from './powers.ts'
import { isOfSchedule, type Scheduled, scheduledOf } from './scheduled.ts'
import { hyperName, pointName, type Step } from './step.ts'

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
  readonly t: number | undefined
  /** The steps of the whole run that were done before this machine began to count. */
  readonly began: number
  readonly powers: readonly { readonly register: number; readonly table: Float64Array }[]
  readonly run: Run
  /** Hyper-parameters that the schedule sets: the learning rate, and the momentum if it is cycled. */
  readonly scheduled: readonly Scheduled[]
  readonly method?: Thinking
  readonly noise?: Noise
}

/** The experiment, with the point and the step where the machine begins. */
interface Beginning extends Prepared {
  readonly began: number
}

/** The machine before its first step; it has registers of its own, so that several runs may share a program. */
export function startMachine(step: Step, run: Run, beginning: Beginning): Machine {
  const { loss, start, steps, began } = beginning
  const { settings } = run
  const { program, state, powers, at } = step
  const memory = program.memory.slice()
  const set = (input: string, value: number) => {
    const register = program.input(input)
    if (register !== undefined) memory[register] = value
  }
  const known = (n: string): number => {
    const i = start.findIndex((_, at) => pointName(at) === n)
    return i < 0 ? Number(settings[n.slice(hyperName('').length)]) : (start[i] as number)
  }
  for (const [n, value] of Object.entries(settings)) set(hyperName(n), Number(value))
  for (const s of state) set(s.input, evaluate(s.start, known))
  const scheduled = scheduledOf(step, run)
  const from = program.outputs.slice(at.next, at.next + state.length)
  const method = startThinking(step, run, loss, start.length)
  const noise = noiseOf(step, beginning)
  const machine: Machine = {
    step,
    code: program.code,
    memory,
    point: Int32Array.from(start, (_, i) => program.input(pointName(i)) as number),
    from,
    to: Int32Array.from(state, (s) => program.input(s.input) as number),
    held: new Float64Array(from.length),
    t: program.input('t'),
    began,
    powers: [...powers].map(([input, base]) => ({
      register: program.input(input) as number,
      table: powersOf(evaluate(base, known), steps + 1),
    })),
    run,
    scheduled,
    ...(method && { method }),
    ...(noise && { noise }),
  }
  startFromSchedule(machine, set, known)
  return machine
}

/** As PyTorch's optimizers do when they begin: what starts from the learning rate starts from the scheduled one. */
function startFromSchedule(
  machine: Machine,
  set: (input: string, value: number) => void,
  known: (name: string) => number,
): void {
  const rate = machine.scheduled.find(({ name }) => name === 'lr')
  if (!rate) return
  observe(machine, machine.began)
  const first = machine.memory[rate.register] as number
  const nowKnown = (n: string) => (n === hyperName('lr') ? first : known(n))
  for (const { input, start } of machine.step.state)
    if (!isOfSchedule(input)) set(input, evaluate(start, nowKnown))
}

const idsOf = (bugs: Run['bugs']) => bugs.map(({ id }) => id).join()

/** The machine of the same optimizer after a change: it remembers what the one before it did. */
export function goOn(machine: Machine, before: Machine): Machine {
  for (const { input } of machine.step.state) {
    const [to, from] = [machine.step.program.input(input), before.step.program.input(input)]
    if (to !== undefined && from !== undefined) machine.memory[to] = before.memory[from] as number
  }
  if (!machine.method || !before.method) return machine
  const { advance, asking } = before.method
  const sameBugs = idsOf(before.run.bugs) === idsOf(machine.run.bugs)
  return { ...machine, method: { ...machine.method, advance, ...(sameBugs && { asking }) } }
}

/** Computes the loss and the gradient after k finished steps and, for rules without a method, the lines of the next. */
export function observe(machine: Machine, k: number): void {
  const { code, memory, t, powers, began, noise } = machine
  if (noise) disturb(noise, memory, k)
  if (t !== undefined) memory[t] = k + 1 - began
  for (const { register, table } of powers) memory[register] = table[k - began] as number
  execute(code, memory)
}

/**
 * Computes the lines of the step that follows.
 * @returns how many evaluations it took
 */
export function plan({ code, memory, method, run, scheduled }: Machine, here: Observed): number {
  if (!method) return 1
  const now = scheduled.map(({ name, register }) => [name, memory[register] as number] as const)
  think(method, memory, { ...run.settings, ...Object.fromEntries(now) }, here)
  execute(code, memory)
  return method.asking.spent()
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
