// The blocks of a program's arrays: where each operation finds its numbers. All views are made once, so that nothing is
// allocated while a program runs.
import { type BlockOperation, copy } from './blockOperations.ts'
import type { Floats, Room } from './floats.ts'
import type { Compiled } from './settling.ts'

/** All numbers of a program have room in the nearest cache of a processor. */
export const block = 256

export interface BlockInstruction {
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
  code: readonly BlockInstruction[],
  { registers, writes }: Block,
  count: number,
) {
  for (let i = 0; i < code.length; i++) {
    const { operate, to, a, b, c } = code[i] as BlockInstruction
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

/** @param length of every array */
export function blocksOf(
  { program, instructions, inputs, writes }: Compiled,
  length: number,
  room: Room,
): { readonly common: readonly (Floats | undefined)[]; readonly each: readonly Block[] } {
  const used = new Set([
    ...instructions.flatMap(({ to, args }) => [to, ...args]),
    ...writes.map(({ from }) => from),
  ])
  const common = Array.from(program.memory, (_, register) =>
    used.has(register) && !inputs.has(register) ? room(block) : undefined,
  )
  const held = writes.map(({ from }) => (inputs.has(from) ? room(block) : undefined))
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
