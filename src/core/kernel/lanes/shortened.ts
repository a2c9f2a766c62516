// For a picture: a step in fewer instructions.
import type { Instruction } from '../../language/program.ts'
import type { Breadth } from './breadth.ts'
import { contracted, type LaneInstruction } from './contracted.ts'
import type { LaneRound } from './registers.ts'
import { withWholePowers } from './wholePowers.ts'

interface Given {
  /** What registers begin with. */
  readonly memory: Float64Array
  /** Those that are read before the first round. */
  readonly given: readonly number[]
  /** Those in which lanes differ: new ones are added. */
  readonly own: Set<number>
  readonly round: LaneRound
  readonly breadth: Breadth
}

/** @returns the instructions, and how many registers there are now; last bits are others */
export function shortened(
  written: readonly Instruction[],
  { memory, given, own, round, breadth }: Given,
): { readonly instructions: readonly LaneInstruction[]; readonly registers: number } {
  const moving = new Set(round.moved.map(({ to }) => to))
  const steady = new Set(given.filter((register) => !moving.has(register)))
  const plain = withWholePowers(written, { memory, steady, own })
  return breadth.lanes.kind === 0 ? contracted(plain.instructions, { ...plain, own, round }) : plain
}
