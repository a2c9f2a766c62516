import { gradient } from '../language/derivative.ts'
import { compile, run } from '../language/program.ts'
import type { Loss } from '../loss/loss.ts'

/** Writes the gradient at a point of the plane; NaN where there is none, or no loss. */
export type Slopes = (x: number, y: number, into: Float64Array) => void

/** The gradient of a loss of two variables, compiled once and without noise. Fast enough for whole grids. */
export function slopesOf({
  expression,
  variables,
}: Pick<Loss, 'expression' | 'variables'>): Slopes {
  const { code, memory, input, outputs } = compile([expression, ...gradient(expression, variables)])
  // A register behind the last one is read by nobody.
  const [first = 0, second = 0] = [0, 1].map((i) => input(variables[i] ?? '') ?? memory.length)
  const [value = 0, alongX = 0, alongY = 0] = outputs
  return (x, y, into) => {
    memory[first] = x
    memory[second] = y
    run(code, memory)
    // The derivative of log(x) is a number also where the logarithm is none.
    const isDefined = !Number.isNaN(memory[value])
    into[0] = isDefined ? (memory[alongX] as number) : Number.NaN
    into[1] = isDefined ? (memory[alongY] as number) : Number.NaN
  }
}
