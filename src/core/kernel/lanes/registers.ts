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

type Unnamed = Omit<Instruction, 'operation'>

interface Parted<I> {
  /** What comes out the same in every round. */
  readonly once: readonly I[]
  /** What each round needs. */
  readonly each: readonly I[]
  /** What only the last one does, for what is left. */
  readonly last: readonly I[]
}

/** When which instructions are needed; what nobody needs is left out. */
export function partedBy<I extends Unnamed>(
  instructions: readonly I[],
  { moved, written, left }: Pick<LaneRound, 'moved' | 'written' | 'left'>,
  given: readonly number[],
): Parted<I> {
  const needed = new Set([...moved.map(({ from }) => from), ...written.flat()])
  const atLast = new Set(left)
  const moving = new Set(moved.map(({ to }) => to))
  const steady = new Set(given.filter((register) => !moving.has(register)))
  const stays = instructions.map(({ to, args }) => {
    const all = args.every((a) => steady.has(a))
    if (all) steady.add(to)
    return all
  })
  const parts = { once: [] as I[], each: [] as I[], last: [] as I[] }
  for (const [i, instruction] of [...instructions.entries()].reverse()) {
    const { to, args } = instruction
    if (!needed.has(to) && !atLast.has(to)) continue
    const by = needed.has(to) || stays[i] ? needed : atLast
    for (const arg of args) by.add(arg)
    parts[stays[i] ? 'once' : by === needed ? 'each' : 'last'].unshift(instruction)
  }
  return parts
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
