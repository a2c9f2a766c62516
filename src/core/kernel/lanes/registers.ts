// Where the registers of a program are, when it works on several lanes: in one local where all lanes have the same number,
// else in one for each vector.
import type { Instruction, Program } from '../../language/program.ts'

/** What happens around the program in each round. */
export interface LaneRound {
  /** Registers that are read anew, from a column each: with one number for all, or with one for each lane. */
  readonly read: readonly { readonly register: number; readonly isOwn: boolean }[]
  /** Registers that are written down, to a column for each group. */
  readonly written: readonly (readonly number[])[]
  /** Registers that stay in memory after the last round, besides those that something moves to. */
  readonly left: readonly number[]
  /** What moves to the next round, all at once. */
  readonly moved: readonly { readonly from: number; readonly to: number }[]
  /** Registers that do not have the same number in all lanes when it begins. */
  readonly own: ReadonlySet<number>
}

/** Registers in which lanes may have different numbers at any time. */
export function ownRegisters(
  instructions: readonly Instruction[],
  { own, read, moved }: LaneRound,
): ReadonlySet<number> {
  const all = new Set([...own, ...read.flatMap(({ register, isOwn }) => (isOwn ? register : []))])
  for (let before = -1; before < all.size; ) {
    before = all.size
    for (const { to, args } of instructions) if (args.some((a) => all.has(a))) all.add(to)
    for (const { from, to } of moved) if (all.has(from)) all.add(to)
  }
  return all
}

/** Registers that a program finds filled: neither computed nor read anew in each round. */
export function givenTo(
  { memory }: Program,
  instructions: readonly Instruction[],
  { read }: Pick<LaneRound, 'read'>,
): number[] {
  const made = new Set([
    ...read.map(({ register }) => register),
    ...instructions.map(({ to }) => to),
  ])
  return Array.from(memory, (_, register) => register).filter((register) => !made.has(register))
}

/**
 * The locals of each register, for each vector.
 * @param first that is free
 */
export function localsFor(
  registers: number,
  own: ReadonlySet<number>,
  first: number,
  vectors: number,
) {
  const places: number[] = []
  let next = first
  for (let register = 0; register < registers; register++) {
    places.push(next)
    next += own.has(register) ? vectors : 1
  }
  const locals = (register: number): readonly number[] => {
    const place = places[register] as number
    return own.has(register) ? Array.from({ length: vectors }, (_, u) => place + u) : [place]
  }
  return { locals, count: next - first }
}
