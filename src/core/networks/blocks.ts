// The blocks of a program's arrays: where each operation finds its numbers. All views are made once, so that nothing is
// allocated while a program runs.
import type { Program } from '../language/program.ts'
import { type BlockOperation, copy } from './blockOperations.ts'
import type { Floats, Room } from './floats.ts'

/** All numbers of a program have room in the nearest cache of a processor. */
export const block = 256

export interface Instruction {
  readonly operate: BlockOperation
  readonly to: number
  readonly a: number
  readonly b: number
  readonly c: number
}

/** Where everything is found while one block is computed. */
export interface Block {
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

export function runBlock(
  code: readonly Instruction[],
  { registers, writes }: Block,
  count: number,
) {
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

export interface Places {
  readonly arrays: ReadonlyMap<string, Floats>
  readonly writes: readonly { readonly from: number; readonly to: Floats }[]
}

/** The registers of the arrays that the program reads. */
export const inputsOf = ({ input }: Program, arrays: Places['arrays']) =>
  new Map(
    [...arrays].flatMap(([name, array]) => {
      const register = input(name)
      return register === undefined ? [] : [[register, array] as const]
    }),
  )

export function blocksOf(
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
