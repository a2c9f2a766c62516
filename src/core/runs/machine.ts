// A step in motion: its registers, and how state moves from one step to the next.
import { evaluate, run as execute } from '../language/program.ts'
import { powersOf } from './powers.ts'
import type { Run } from './prepare.ts'
import { hyperName, pointName, type Step } from './step.ts'

export interface Machine {
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
  readonly powers: readonly { readonly register: number; readonly table: Float64Array }[]
}

/** The machine before its first step; it has registers of its own, so that several runs may share a program. */
export function startMachine(
  { program, state, powers, at }: Step,
  { settings }: Run,
  start: readonly number[],
  steps: number,
): Machine {
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
  const from = program.outputs.slice(at.next, at.next + state.length)
  return {
    code: program.code,
    memory,
    point: Int32Array.from(start, (_, i) => program.input(pointName(i)) as number),
    from,
    to: Int32Array.from(state, (s) => program.input(s.input) as number),
    held: new Float64Array(from.length),
    t: program.input('t'),
    powers: [...powers].map(([input, base]) => ({
      register: program.input(input) as number,
      table: powersOf(evaluate(base, known), steps + 1),
    })),
  }
}

/** Computes the loss, the gradient and the lines of the step that follows k finished ones. */
export function compute({ code, memory, t, powers }: Machine, k: number): void {
  if (t !== undefined) memory[t] = k + 1
  for (const { register, table } of powers) memory[register] = table[k] as number
  execute(code, memory)
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
