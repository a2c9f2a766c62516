// For pictures: the same step in fewer instructions, whose last bits are others.
import { engine } from '../../engine.ts'
import type { Instruction } from '../../language/program.ts'
import { moduleOf, v128, wide } from '../../wasm.ts'
import type { LaneRound } from './registers.ts'

/** What the table of operations has not: 1/a, a·b + c, c − a·b. */
export type Contraction = 'reciprocal' | 'multiplyAdd' | 'multiplySubtract'

/** An instruction on vectors. */
export interface LaneInstruction extends Omit<Instruction, 'operation'> {
  readonly operation: Instruction['operation'] | Contraction
}

/** WebAssembly's relaxed multiply-add, for single precision and for double. */
export const relaxed: Readonly<
  Record<Exclude<Contraction, 'reciprocal'>, readonly [number, number]>
> = {
  multiplyAdd: [0x105, 0x107],
  multiplySubtract: [0x106, 0x108],
}

/** Whether the engine multiplies and adds at once. */
export const canMultiplyAdd: boolean = (() => {
  const nothing = [...wide(0x0c), ...Array<number>(16).fill(0)]
  const body = [...nothing, ...nothing, ...nothing, ...wide(relaxed.multiplyAdd[0])]
  const bytes = moduleOf({ imports: [], locals: [[1, v128]], body: [...body, 0x1a, 0x20, 0] })
  return engine?.validate(bytes) ?? false
})()

interface Given {
  readonly own: ReadonlySet<number>
  readonly round: Pick<LaneRound, 'moved' | 'left' | 'written'>
  /** So many registers there are. */
  readonly registers: number
}

/** @returns the instructions, and how many registers there are now */
export function contracted(
  instructions: readonly Instruction[],
  given: Given,
): { readonly instructions: readonly LaneInstruction[]; readonly registers: number } {
  const divided = withReciprocals(instructions, given)
  return {
    ...divided,
    instructions: canMultiplyAdd
      ? withMultiplyAdd(divided.instructions, given)
      : divided.instructions,
  }
}

/** What all machines divide by is turned round once for all of them. */
function withReciprocals(
  instructions: readonly Instruction[],
  { own, registers }: Given,
): { readonly instructions: readonly LaneInstruction[]; readonly registers: number } {
  const turned = new Map<number, number>()
  const all = instructions.flatMap((instruction): LaneInstruction[] => {
    const { operation, to, args } = instruction
    const [a, b] = args as [number, number]
    if (operation !== 'div' || own.has(b) || !own.has(a)) return [instruction]
    const known = turned.get(b)
    const one = known ?? registers + turned.size
    turned.set(b, one)
    const times: LaneInstruction = { operation: 'mul', to, args: [a, one] }
    return known === undefined ? [{ operation: 'reciprocal', to: one, args: [b] }, times] : [times]
  })
  return { instructions: all, registers: registers + turned.size }
}

/** A product that is only added to something, or taken from it. */
function withMultiplyAdd(
  instructions: readonly LaneInstruction[],
  { own, round }: Given,
): LaneInstruction[] {
  const uses = new Map<number, number>()
  const use = (register: number) => uses.set(register, (uses.get(register) ?? 0) + 1)
  for (const { args } of instructions) args.forEach(use)
  for (const { from } of round.moved) use(from)
  for (const register of [...round.left, ...round.written.flat()]) use(register)
  const products = new Map(
    instructions
      .filter(({ operation, to }) => operation === 'mul' && uses.get(to) === 1 && own.has(to))
      .map(({ to, args }) => [to, args] as const),
  )
  const gone = new Set<number>()
  const all = instructions.map((instruction): LaneInstruction => {
    const { operation, to, args } = instruction
    const [a, b] = args as [number, number]
    const product = (register: number, other: number, name: Contraction) => {
      const factors = products.get(register)
      if (!factors || register === other) return undefined
      gone.add(register)
      return { operation: name, to, args: [...factors, other] }
    }
    if (operation === 'add')
      return product(b, a, 'multiplyAdd') ?? product(a, b, 'multiplyAdd') ?? instruction
    if (operation === 'sub') return product(b, a, 'multiplySubtract') ?? instruction
    return instruction
  })
  return all.filter(({ to, operation }) => operation !== 'mul' || !gone.has(to))
}
