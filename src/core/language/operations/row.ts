// core/language/operations/: the rows of the table of operations, by idea, and the words that call them.
//
// What a row says, and rows of the usual shapes.

/**
 * Derivatives are written in the language itself: `a`, `b`, `c` are the arguments, `y` is the result and `s` the
 * derivative that arrives from above (reverse mode). An empty text means that no gradient flows there.
 *
 * In `latex` and `torch`, `$a2` is the argument a, in parentheses if it binds more loosely than level 2
 * (0 comparison, 1 minus sign, 2 sum, 3 product, 4 power, 5 atom); `$at` in PyTorch insists on a tensor;
 * `$af` is the argument of a named function such as sin, `$()` all arguments in parentheses. Products and choices
 * (`$product`, `$cases`) are for latex.ts to write.
 */
export interface Row {
  readonly value: (...args: number[]) => number
  readonly derivative: readonly string[]
  /** For three or more arguments: the derivative by any one of them, `ties` being how many equal the result. */
  readonly derivativeOfMany?: string
  readonly level: number
  readonly latex: string
  readonly torch: string
  /** The sign between or before the arguments; what has none is called by name. */
  readonly sign?: string
  /** The opcode on f64, where scalar WebAssembly has one. */
  readonly wasm?: number
  /**
   * Where pictures compute it themselves: how far off they are at most, in single precision and in double. In units of the
   * last place of the result, as if it had no fewer bits below 2^−100 or 2^−1000 than above. What is not off at all in double
   * precision is computed by the kernels of runs in the same way.
   */
  readonly off?: readonly [single: number, double: number]
}

export type Value = Row['value']
type Extras = Pick<Row, 'wasm' | 'derivativeOfMany' | 'off'>

export const infix = (
  sign: string,
  [level, latex, torch]: readonly [number, string, string],
  value: Value,
  derivative: string[],
  extras: Extras = {},
): Row => ({ sign, level, latex, torch, value, derivative, ...extras })

export const comparison = (
  sign: string,
  latex: string,
  wasm: number,
  value: (a: number, b: number) => boolean,
): Row =>
  infix(
    sign,
    [0, `$a1 ${latex} $b1`, `$a2 ${sign} $b2`],
    (a, b) => Number(value(a as number, b as number)),
    ['', ''],
    { wasm },
  )

/** Called by name. */
export const call = (
  latex: string,
  torch: string,
  value: Value,
  derivative: string[],
  extras: Extras = {},
): Row => ({ level: 5, latex, torch, value, derivative, ...extras })

/** sin and its kind: the argument may stand without parentheses. */
export const named = (
  latex: string,
  torch: string,
  value: Value,
  derivative: string,
  extras: Pick<Extras, 'off'> = {},
): Row => ({
  level: 3,
  latex: `\\${latex} $af`,
  torch: `torch.${torch}($at)`,
  value,
  derivative: [derivative],
  ...extras,
})

/** Called by a name of its own. */
export const own = (
  word: string,
  torch: string,
  value: Value,
  derivative: string[],
  extras?: Extras,
) =>
  call(
    `\\operatorname{${word}}$()`,
    `${torch}(${derivative.length > 1 ? '$at, $bt' : '$at'})`,
    value,
    derivative,
    extras,
  )

export const nn = 'torch.nn.functional.'
