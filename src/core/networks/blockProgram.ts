// A program of the language over whole arrays: one operation goes over a block of numbers before the next one begins, so
// that what it costs to decide which operation comes next is shared by the block. What is the same for all numbers is
// computed once, in double precision, as Python computes its own numbers beside PyTorch's tensors.
import type { Expression } from '../language/expression.ts'
import { compile, instructionsOf, type Program, run as runOnce } from '../language/program.ts'
import { blockOperation } from './blockOperations.ts'
import {
  type Block,
  block,
  blocksOf,
  type Instruction,
  inputsOf,
  type Places,
  runBlock,
} from './blocks.ts'
import type { Floats, Room } from './floats.ts'

export interface BlockProgram {
  /** Gives a name that is no array its value. */
  set(name: string, value: number): void
  /** What a name that is no array stands for now. */
  value(name: string): number
  /** Computes what is the same for all numbers: before `run`, and after values were set. */
  settle(): void
  /** What an expression of no arrays came to. */
  settled(index: number): number
  /** Computes the first numbers of all targets, as many as are asked for. They change together. */
  run(count: number): void
}

/** An expression, and where its values go; without a target it reads no arrays. */
export interface Target {
  readonly value: Expression
  readonly to?: Floats
}

/**
 * Compiles expressions over arrays of one length.
 * @param arrays by the names that the expressions read
 */
export function blockProgram(
  targets: readonly Target[],
  arrays: ReadonlyMap<string, Floats>,
  room: Room,
): BlockProgram {
  const program = compile(
    targets.map(({ value }) => value),
    (name) => !arrays.has(name),
  )
  const { memory, before, outputs } = program
  const code = [...instructionsOf(program.code)].map(({ operation, to, args }): Instruction => {
    const [a = 0, b = a, c = a] = args
    return { operate: blockOperation(operation), to, a, b, c }
  })
  const writes = targets.flatMap(({ to }, i) => (to ? [{ from: outputs[i] as number, to }] : []))
  const blocks = blocksOf(program, code, { arrays, writes, room })
  const spread = sharedOf(program, code, { arrays, writes })
  return {
    set(name, value) {
      const register = program.input(name)
      if (register !== undefined) memory[register] = value
    },
    value: (name) => memory[program.input(name) ?? -1] ?? Number.NaN,
    settle() {
      runOnce(before, memory)
      for (const register of spread) blocks.common[register]?.fill(memory[register] as number)
    },
    settled: (index) => memory[outputs[index] as number] as number,
    run(count) {
      for (let k = 0; k * block < count; k++)
        runBlock(code, blocks.each[k] as Block, Math.min(block, count - k * block))
    },
  }
}

/** The registers that hold one number for all, and that blocks read. */
function sharedOf(
  program: Program,
  code: readonly Instruction[],
  { arrays, writes }: Places,
): readonly number[] {
  const own = new Set([...code.map(({ to }) => to), ...inputsOf(program, arrays).keys()])
  const read = [...code.flatMap(({ a, b, c }) => [a, b, c]), ...writes.map(({ from }) => from)]
  return [...new Set(read)].filter((register) => !own.has(register))
}
