// A program of the language over whole arrays: one operation goes over a block of numbers before the next one begins, so
// that what it costs to decide which operation comes next is shared by the block. What is the same for all numbers is
// computed once, in double precision, as Python computes its own numbers beside PyTorch's tensors.
import type { Expression } from '../language/expression.ts'
import { compile, instructionsOf, type Program, run as runOnce } from '../language/program.ts'
import { type BlockOperation, blockOperation, copy } from './blockOperations.ts'
import type { Floats, Room } from './floats.ts'

/** All numbers of a program have room in the nearest cache of a processor. */
const block = 256

export interface BlockProgram {
  /** Gives a name that is no array its value. */
  set(name: string, value: number): void
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

interface Instruction {
  readonly operate: BlockOperation
  readonly to: number
  readonly a: number
  readonly b: number
  readonly c: number
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

/** Where everything is found while one block is computed. */
interface Block {
  /** By register. */
  readonly registers: readonly Floats[]
  readonly writes: readonly Write[]
}

interface Write {
  readonly from: Floats
  /** What is read from an array that others are written to is held until all are computed. */
  readonly held?: Floats
  readonly to: Floats
}

function runBlock(code: readonly Instruction[], { registers, writes }: Block, count: number) {
  for (let i = 0; i < code.length; i++) {
    const { operate, to, a, b, c } = code[i] as Instruction
    operate(
      registers[to] as Floats,
      registers[a] as Floats,
      registers[b] as Floats,
      registers[c] as Floats,
      count,
    )
  }
  for (let i = 0; i < writes.length; i++) {
    const { from, held } = writes[i] as Write
    if (held) copy(held, from, count)
  }
  for (let i = 0; i < writes.length; i++) {
    const { from, held, to } = writes[i] as Write
    copy(to, held ?? from, count)
  }
}

interface Places {
  readonly arrays: ReadonlyMap<string, Floats>
  readonly writes: readonly { readonly from: number; readonly to: Floats }[]
}

/** The registers of the arrays that the program reads. */
const inputsOf = ({ input }: Program, arrays: Places['arrays']) =>
  new Map(
    [...arrays].flatMap(([name, array]) => {
      const register = input(name)
      return register === undefined ? [] : [[register, array] as const]
    }),
  )

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

/** All views are made once: nothing is allocated while a program runs. */
function blocksOf(
  program: Program,
  code: readonly Instruction[],
  { arrays, writes, room }: Places & { readonly room: Room },
): { readonly common: readonly (Floats | undefined)[]; readonly each: readonly Block[] } {
  const inputs = inputsOf(program, arrays)
  const used = new Set([
    ...code.flatMap(({ to, a, b, c }) => [to, a, b, c]),
    ...writes.map(({ from }) => from),
  ])
  const common = Array.from(program.memory, (_, register) =>
    used.has(register) && !inputs.has(register) ? room(block) : undefined,
  )
  const held = writes.map(({ from }) => (inputs.has(from) ? room(block) : undefined))
  const length = [...arrays.values()][0]?.length ?? 0
  const each = Array.from({ length: Math.ceil(length / block) }, (_, k): Block => {
    const view = (array: Floats) => array.subarray(k * block, (k + 1) * block)
    const registers = common.map((scratch, register) => {
      const array = inputs.get(register)
      return array ? view(array) : scratch
    })
    return {
      registers: registers as Floats[],
      writes: writes.map(({ from, to }, i) => ({
        from: registers[from] as Floats,
        to: view(to),
        ...(held[i] && { held: held[i] }),
      })),
    }
  })
  return { common, each }
}
