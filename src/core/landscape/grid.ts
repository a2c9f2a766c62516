import type { Expression } from '../language/expression.ts'
import { compile, run } from '../language/program.ts'
import type { Grid, Region } from './landscape.ts'

/** Evenly spaced numbers, both ends of the interval included. */
export const spaced = ([from, to]: readonly [number, number], count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) =>
    i === count - 1 ? to : from + ((to - from) * i) / (count - 1),
  )

/**
 * Values of expressions on one grid, each rows × columns, row by row from the least y to the largest. Compiled once:
 * 40,000 points of an ordinary expression take a few milliseconds.
 * @param variables the names along x and along y
 */
export function tabulate(
  expressions: readonly Expression[],
  variables: readonly string[],
  { region, columns, rows }: Omit<Grid, 'values'>,
): Float64Array[] {
  const { code, memory, input, outputs } = compile(expressions)
  // What is not read is written behind the registers, where it does nothing.
  const registers = new Float64Array(memory.length + 1)
  registers.set(memory)
  const [toX = memory.length, toY = memory.length] = variables.map(input)
  const xs = spaced(region.x, columns)
  const ys = spaced(region.y, rows)
  const tables = expressions.map(() => new Float64Array(columns * rows))
  for (let j = 0, k = 0; j < rows; j++) {
    registers[toY] = ys[j] as number
    for (let i = 0; i < columns; i++, k++) {
      registers[toX] = xs[i] as number
      run(code, registers)
      for (let t = 0; t < tables.length; t++)
        (tables[t] as Float64Array)[k] = registers[outputs[t] as number] as number
    }
  }
  return tables
}

/** A loss on a grid over a region, corners included. */
export function gridOf(
  expression: Expression,
  variables: readonly string[],
  region: Region,
  columns: number,
  rows: number,
): Grid {
  const shape = { region, columns, rows }
  return { ...shape, values: tabulate([expression], variables, shape)[0] as Float64Array }
}
