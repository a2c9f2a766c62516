// For pictures: powers with a whole exponent as products, each off by no more units in the last place than it has factors.
import type { Instruction } from '../../language/program.ts'

/** With more factors a power is off by more than calling someone costs. */
export const mostFactors = 16

interface Registers {
  /** What registers begin with. */
  readonly memory: Float64Array
  /** Those that keep it. */
  readonly steady: ReadonlySet<number>
  readonly own: Set<number>
}

/** @returns the instructions, and how many registers there are now; those that are new are own ones, too */
export function withWholePowers(
  instructions: readonly Instruction[],
  { memory, steady, own }: Registers,
): { readonly instructions: readonly Instruction[]; readonly registers: number } {
  let registers = memory.length
  const all = instructions.flatMap((instruction): Instruction[] => {
    const { operation, to, args } = instruction
    const [base, exponent] = args as [number, number]
    // What is an input begins with 0: whatever else a register has it keeps.
    const times = operation === 'pow' && steady.has(exponent) ? (memory[exponent] as number) : 0
    if (!Number.isInteger(times) || times < 2 || times > mostFactors) return [instruction]
    const made: Instruction[] = []
    const product = (a: number, b: number, into = registers++): number => {
      if (own.has(base)) own.add(into)
      made.push({ operation: 'mul', to: into, args: [a, b] })
      return into
    }
    let [square, rest] = [base, times]
    let result: number | undefined
    while (rest > 1) {
      if (rest % 2 === 1) result = result === undefined ? square : product(result, square)
      rest = Math.floor(rest / 2)
      square = product(square, square, rest === 1 && result === undefined ? to : undefined)
    }
    if (result !== undefined) product(result, square, to)
    return made
  })
  return { instructions: all, registers }
}
