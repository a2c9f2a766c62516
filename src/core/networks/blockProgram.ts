// A program of the language over whole arrays: one operation goes over a block of numbers before the next one begins, so
// that what it costs to decide which operation comes next is shared by the block.
import { blockOperation } from './blockOperations.ts'
import { type Block, type BlockInstruction, block, blocksOf, runBlock } from './blocks.ts'
import type { Floats, Room } from './floats.ts'
import { type Arrays, compiled, type Settling, settling, type Target } from './settling.ts'

export interface BlockProgram extends Settling {
  /** Computes the first numbers of all targets, as many as are asked for. They change together. */
  run(count: number): void
}

/**
 * Compiles expressions over arrays of one length.
 * @param arrays by the names that the expressions read
 */
export function blockProgram(targets: readonly Target[], arrays: Arrays, room: Room): BlockProgram {
  const parts = compiled(targets, arrays)
  const code = parts.instructions.map(({ operation, to, args }): BlockInstruction => {
    const [a = 0, b = a, c = a] = args
    return { operate: blockOperation(operation), to, a, b, c }
  })
  const length = [...arrays.values()][0]?.length ?? 0
  const { common, each } = blocksOf(parts, length, room)
  const spread = parts.shared.map((register) => common[register] as Floats)
  return {
    ...settling(parts, (k, value) => fill(spread[k] as Floats, value)),
    run(count) {
      for (let k = 0; k * block < count; k++)
        runBlock(code, each[k] as Block, Math.min(block, count - k * block))
    },
  }
}

/** Most of what is shared is the same in every step. */
function fill(block: Floats, value: number): void {
  const was = block[0]
  block[0] = value
  if (!Object.is(block[0], was)) block.fill(value)
}
