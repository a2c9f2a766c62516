// A program of the language over whole arrays, but for how it goes over them: what is the same for all numbers is computed
// once, in double precision, as Python computes its own numbers beside PyTorch's tensors.
import type { Expression } from '../language/expression.ts'
import {
  compile,
  type Instruction,
  instructionsOf,
  type Program,
  run as runOnce,
} from '../language/program.ts'
import type { Floats } from './floats.ts'

/** What is the same for all numbers. */
export interface Settling {
  /** Where a name that is no array has its value; nowhere (-1) if nothing reads it. */
  place(name: string): number
  /** Gives the name of a place its value. */
  put(place: number, value: number): void
  set(name: string, value: number): void
  /** What a name that is no array stands for now. */
  value(name: string): number
  /** Computes what is the same for all numbers: before `run`, and after values were set. */
  settle(): void
  /** What an expression of no arrays came to. */
  settled(index: number): number
}

/** An expression, and where its values go; without a target it reads no arrays. */
export interface Target {
  readonly value: Expression
  readonly to?: Floats
}

export type Arrays = ReadonlyMap<string, Floats>

/** Expressions over arrays, compiled: what is done to each number. */
export interface Compiled {
  readonly program: Program
  readonly instructions: readonly Instruction[]
  /** By the registers that read them. */
  readonly inputs: ReadonlyMap<number, Floats>
  readonly writes: readonly { readonly from: number; readonly to: Floats }[]
  /** The registers that hold one number for all, and that are read for each. */
  readonly shared: readonly number[]
}

export function compiled(targets: readonly Target[], arrays: Arrays): Compiled {
  const program = compile(
    targets.map(({ value }) => value),
    (name) => !arrays.has(name),
  )
  const instructions = [...instructionsOf(program.code)]
  const writes = targets.flatMap(({ to }, i) =>
    to ? [{ from: program.outputs[i] as number, to }] : [],
  )
  const inputs = new Map(
    [...arrays].flatMap(([name, array]) => {
      const register = program.input(name)
      return register === undefined ? [] : [[register, array] as const]
    }),
  )
  const own = new Set([...instructions.map(({ to }) => to), ...inputs.keys()])
  const read = [...instructions.flatMap(({ args }) => args), ...writes.map(({ from }) => from)]
  const shared = [...new Set(read)].filter((register) => !own.has(register))
  return { program, instructions, inputs, writes, shared }
}

/** @param spread takes the shared values to where they are read, in their order */
export function settling(
  { program, shared }: Compiled,
  spread: (k: number, value: number) => void,
): Settling {
  const { memory, before, outputs } = program
  let isSettled = false
  const place = (name: string) => program.input(name) ?? -1
  const put = (register: number, value: number) => {
    if (register < 0 || Object.is(memory[register], value)) return
    memory[register] = value
    isSettled = false
  }
  return {
    place,
    put,
    set: (name, value) => put(place(name), value),
    value: (name) => memory[place(name)] ?? Number.NaN,
    settle() {
      if (isSettled) return
      isSettled = true
      runOnce(before, memory)
      for (let k = 0; k < shared.length; k++) spread(k, memory[shared[k] as number] as number)
    },
    settled: (index) => memory[outputs[index] as number] as number,
  }
}
