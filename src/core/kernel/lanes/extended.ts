// A program with more instructions behind its own, which read what it computes.
import { type Operation, operations } from '../../language/operations.ts'
import type { Program } from '../../language/program.ts'

const codes = Object.keys(operations)

export function extended({ code, memory, ...rest }: Program) {
  const more: number[] = []
  const registers = [...memory]
  /** A register that has a number to begin with. */
  const holding = (value: number): number => registers.push(value) - 1
  return {
    holding,
    /** A register with what an operation makes of others. */
    computed(operation: Operation, ...args: number[]): number {
      const to = holding(0)
      const [a = 0, b = 0, c = 0] = args
      more.push(codes.indexOf(operation), to, a, b, c)
      return to
    },
    program: (): Program => ({
      ...rest,
      code: Int32Array.from([...code, ...more]),
      memory: Float64Array.from(registers),
    }),
  }
}
